using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>A review request: a circle below cannot carry the text out and says what it could.</summary>
/// <param name="Wanted">The nearest text all its members could live with, in the whole space.</param>
/// <param name="People">How many people the circle stands for.</param>
public sealed record Review(CircleId Circle, int Depth, Point Wanted, long People)
{
    /// <summary>How many arguments travel up; the rest are counted.</summary>
    public const int Most = 8;

    public static ImmutableArray<Review> Choose(ImmutableArray<Review> all) =>
        all.Length < 2 ? all : [.. all.Sort(HeavierFirst).Take(Most)];

    private static int HeavierFirst(Review a, Review b) =>
        a.People != b.People ? b.People.CompareTo(a.People) : a.Circle.CompareTo(b.Circle);

    public void Write(CanonicalWriter writer)
    {
        writer.Text(Circle.Path);
        writer.Int(Depth);
        writer.Point(Wanted);
        writer.Long(People);
    }

    public static Review Read(ref CanonicalReader reader) =>
        new(reader.Circle(), reader.Int(), reader.Point(), reader.Long());
}
