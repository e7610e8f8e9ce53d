using System.Collections.Immutable;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;

namespace Federation.Governance.Circles;

/// <summary>An area of authority: what a circle decides by itself, and for whom.</summary>
/// <param name="Owner">The one circle it belongs to.</param>
/// <param name="Dimensions">The dimensions of the issue space it covers, ascending.</param>
/// <param name="Bounds">How far its texts may go, in the whole issue space.</param>
/// <param name="Affects">The circle whose people, with all below, its agreements may affect.</param>
/// <param name="Latitude">How far from a limiting text a child may carry it out, delegated to every
/// child; coordinate units, 0..2.</param>
/// <remarks>Authority exists because a parent delegated it; the root's comes from the founding.</remarks>
public sealed record Domain(
    CircleId Owner, ImmutableArray<int> Dimensions, Bounds Bounds, CircleId Affects, double Latitude)
{
    /// <summary>Whether a matter and all people it affects lie inside.</summary>
    public bool Covers(Proposal proposal) =>
        proposal.Affects.IsWithin(Affects) && Allows(proposal.Dimensions, proposal.Text);

    /// <summary>Whether a text on some dimensions is the owner's to agree on.</summary>
    public bool Allows(ImmutableArray<int> dimensions, Point text)
    {
        foreach (var dimension in dimensions)
        {
            if (!Dimensions.Contains(dimension)) return false;
            if (!Tolerance.Within(Bounds.Low[dimension] - text[dimension], 0)) return false;
            if (!Tolerance.Within(text[dimension] - Bounds.High[dimension], 0)) return false;
        }

        return true;
    }

    /// <summary>Whether both would decide the same for the same people, though neither circle lies
    /// above the other.</summary>
    public bool Rivals(Domain other) =>
        !Owner.IsWithin(other.Owner) && !other.Owner.IsWithin(Owner)
        && (Affects.IsWithin(other.Affects) || other.Affects.IsWithin(Affects))
        && Dimensions.Any(dimension => other.Dimensions.Contains(dimension)
            && Tolerance.Within(Bounds.Low[dimension], other.Bounds.High[dimension])
            && Tolerance.Within(other.Bounds.Low[dimension], Bounds.High[dimension]));

    /// <summary>The domain without some dimensions.</summary>
    public Domain Without(ImmutableArray<int> dimensions) =>
        this with { Dimensions = Dimensions.RemoveAll(dimensions.Contains) };

    /// <summary>The domain with some dimensions more, each within the bounds given for it.</summary>
    public Domain With(ImmutableArray<int> dimensions, Bounds bounds) => Bounded(dimensions, bounds) with
    {
        Dimensions = [.. Dimensions.Union(dimensions).Order()],
    };

    /// <summary>The domain with other bounds on some dimensions.</summary>
    public Domain Bounded(ImmutableArray<int> dimensions, Bounds bounds)
    {
        var (low, high) = (Bounds.Low, Bounds.High);
        foreach (var dimension in dimensions)
        {
            low = low.With(dimension, bounds.Low[dimension]);
            high = high.With(dimension, bounds.High[dimension]);
        }

        return this with { Bounds = new Bounds(low, high) };
    }

    /// <summary>What is left of it where the circle above has no more than this: nobody owns what the
    /// circle that delegated it does not.</summary>
    public Domain Inside(Domain above)
    {
        ImmutableArray<int> dimensions = [.. Dimensions.Where(dimension => above.Dimensions.Contains(dimension)
            && Bounds.Low[dimension] <= above.Bounds.High[dimension]
            && above.Bounds.Low[dimension] <= Bounds.High[dimension])];
        var (low, high) = (Bounds.Low, Bounds.High);
        foreach (var dimension in dimensions)
        {
            low = low.With(dimension, Math.Max(low[dimension], above.Bounds.Low[dimension]));
            high = high.With(dimension, Math.Min(high[dimension], above.Bounds.High[dimension]));
        }

        return this with { Dimensions = dimensions, Bounds = new Bounds(low, high) };
    }

    /// <summary>The domain with some dimensions as they were before.</summary>
    public Domain Back(Domain before, ImmutableArray<int> dimensions)
    {
        ImmutableArray<int> had = [.. dimensions.Where(before.Dimensions.Contains)];
        return Without(dimensions).With(had, before.Bounds);
    }

    /// <summary>Whether two domains decide the same, however they came about.</summary>
    public bool Same(Domain other) =>
        Owner == other.Owner && Affects == other.Affects && Bounds == other.Bounds
        && Latitude.Equals(other.Latitude) && Dimensions.SequenceEqual(other.Dimensions);

    public void Write(CanonicalWriter writer)
    {
        writer.Text(Owner.Path);
        writer.Ints(Dimensions);
        writer.Point(Bounds.Low);
        writer.Point(Bounds.High);
        writer.Text(Affects.Path);
        writer.Number(Latitude);
    }

    public static Domain Read(ref CanonicalReader reader) =>
        new(reader.Circle(), reader.Ints(), new Bounds(reader.Point(), reader.Point()),
            reader.Circle(), reader.Number());
}
