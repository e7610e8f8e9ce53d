using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Federating;

/// <summary>An entry that a reader at the top should see: what was said where, and how much it weighs.</summary>
/// <param name="Weight">How far the speaker stood from the text times the people the circle stands
/// for, in units of 2^-40; larger first.</param>
public sealed record Moment(CircleId Circle, int Depth, Entry Entry, Int128 Weight)
{
    /// <summary>How many travel up with one decision, however many circles speak.</summary>
    public const int Most = 16;

    /// <summary>At most this many of one depth, so that the top does not drown the base.</summary>
    public const int MostOfOneDepth = 5;

    public static ImmutableArray<Moment> Merge(
        ImmutableArray<Moment> left, ImmutableArray<Moment> right)
    {
        if (left.IsEmpty) return right;
        if (right.IsEmpty) return left;
        var chosen = ImmutableArray.CreateBuilder<Moment>(Most);
        var (l, r) = (0, 0);
        while (l < left.Length || r < right.Length)
            TakeIn(chosen, r == right.Length || (l < left.Length && HeavierFirst(left[l], right[r]) <= 0)
                ? left[l++]
                : right[r++]);
        return chosen.DrainToImmutable();
    }

    public static ImmutableArray<Moment> Choose(ImmutableArray<Moment> all)
    {
        if (all.IsEmpty) return all;
        var chosen = ImmutableArray.CreateBuilder<Moment>(Most);
        foreach (var moment in all.Sort(HeavierFirst)) TakeIn(chosen, moment);
        return chosen.DrainToImmutable();
    }

    private static void TakeIn(ImmutableArray<Moment>.Builder chosen, Moment moment)
    {
        if (chosen.Count == Most) return;
        var ofDepth = 0;
        foreach (var other in chosen)
            if (other.Depth == moment.Depth) ofDepth++;
        if (ofDepth < MostOfOneDepth) chosen.Add(moment);
    }

    private static int HeavierFirst(Moment a, Moment b) =>
        a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight)
        : a.Circle != b.Circle ? a.Circle.CompareTo(b.Circle)
        : a.Entry.Version != b.Entry.Version ? a.Entry.Version.CompareTo(b.Entry.Version)
        : a.Entry.Round != b.Entry.Round ? a.Entry.Round.CompareTo(b.Entry.Round)
        : a.Entry.Kind != b.Entry.Kind ? a.Entry.Kind.CompareTo(b.Entry.Kind)
        : a.Entry.Speaker.Person.CompareTo(b.Entry.Speaker.Person);

    public void Write(CanonicalWriter writer)
    {
        writer.Text(Circle.Path);
        writer.Int(Depth);
        Entry.Write(writer);
        writer.Wide(Weight);
    }

    public static Moment Read(ref CanonicalReader reader) =>
        new(reader.Circle(), reader.Int(), Entry.Read(ref reader), reader.Wide());
}
