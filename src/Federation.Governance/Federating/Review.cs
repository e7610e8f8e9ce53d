using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>A review request: a circle below cannot carry the text out and says what it could.</summary>
/// <param name="Wanted">The nearest text all its members could live with, in the whole space.</param>
/// <param name="People">How many people the circle stands for.</param>
/// <param name="By">The member whose objection no text within the limit met; the circle as a whole where
/// nobody in particular objected.</param>
public sealed record Review(CircleId Circle, int Depth, Point Wanted, long People, Speaker By)
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
        writer.Speaker(By);
    }

    public static Review Read(ref CanonicalReader reader) =>
        new(reader.Circle(), reader.Int(), reader.Point(), reader.Long(), reader.Speaker());

    /// <summary>In the owner's logbook: who asks, in which circle, and what they could live with.</summary>
    public Entry Heard(Request request, int version, Days day, Point text) => Deliberating.Note(
        EntryKind.ReviewHeard, request, version, day, text, Wanted) with { Speaker = By, About = Circle };
}
