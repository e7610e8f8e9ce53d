using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions.Ladders;

/// <summary>A rung: only a part of the way from the status quo, so that something is learnt.</summary>
/// <remarks>
/// A step is safe enough to try for whoever finds it inside their range, or no further from where they stand
/// than the status quo they live with already (model: "do no harm", rho = 1). Both hold in a convex set
/// with the status quo in it, so the longest such step is found by halving.
/// </remarks>
internal static class SmallerStep
{
    private const int Halvings = 40;

    // As for a way of carrying out: less is the status quo itself for all who read it.
    private const double Least = Federating.Considering.SameText;

    public static bool? Try(Table table)
    {
        var (from, way) = (table.StatusQuo, table.Text - table.StatusQuo);
        var ranges = table.Ranges(limited: false);
        for (var i = 0; i < ranges.Length; i++) ranges[i] = Bearing(ranges[i], from);
        if (!Holds(0)) return null;
        var (safe, unsafe_) = (0.0, 1.0);
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (safe + unsafe_) / 2;
            if (Holds(middle)) safe = middle;
            else unsafe_ = middle;
        }

        var step = Fixed.Round(from + (way * safe));
        if (step.DistanceTo(from) < Least) return null;
        table.MoveTo(EntryKind.StepTaken, Speaker.Circle, step);
        table.Notes.ConsentRound();
        return true;

        bool Holds(double share)
        {
            var point = from + (way * share);
            if (!table.Meeting.Bounds.Contains(point)) return false;
            if (table.Meeting.Limit is { } limit && !limit.Contains(point)) return false;
            return Array.TrueForAll(ranges, range => range.Contains(point));
        }
    }

    /// <summary>What somebody bears for the sake of a first step.</summary>
    public static Acceptance Bearing(Acceptance range, Point statusQuo) =>
        range with { Radius = range.Radius + range.Excess(statusQuo) };
}
