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
    public bool Covers(Proposal proposal)
    {
        if (!proposal.Affects.IsWithin(Affects)) return false;
        foreach (var dimension in proposal.Dimensions)
        {
            if (!Dimensions.Contains(dimension)) return false;
            if (!Tolerance.Within(Bounds.Low[dimension] - proposal.Text[dimension], 0)) return false;
            if (!Tolerance.Within(proposal.Text[dimension] - Bounds.High[dimension], 0)) return false;
        }

        return true;
    }

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
