namespace Federation.Governance.Spaces;

/// <summary>The text with the least total objection: the least sum of squared distances to all ranges.</summary>
/// <remarks>
/// Cimmino 1938: x moves to the mean of its projections on all sets, in any order the same. Where the sets
/// have common ground the sum is nought there; where they have none it is what an outsider could put to
/// everybody with the least to overcome.
/// </remarks>
public static class LeastObjection
{
    private const int SweepsMax = 2000;
    private const double Still = 1e-13;

    /// <exception cref="ArgumentException">There are no ranges.</exception>
    public static Point Of(Point start, ReadOnlySpan<Acceptance> ranges, Bounds bounds)
    {
        if (ranges.IsEmpty) throw new ArgumentException("Nobody has a range.", nameof(ranges));
        var place = bounds.Project(start);
        for (var sweep = 0; sweep < SweepsMax; sweep++)
        {
            var sum = place * 0;
            foreach (ref readonly var range in ranges) sum += range.Project(place);
            var next = bounds.Project(sum * (1.0 / ranges.Length));
            var moved = next.DistanceTo(place);
            place = next;
            if (moved <= Still) break;
        }

        return place;
    }
}
