namespace Federation.Governance.Spaces;

/// <summary>The nearest point of the meet of balls and a box, by Dykstra's projections.</summary>
/// <remarks>
/// <para>
/// Decides whenever <see cref="ActiveLimits"/> gives up.
/// Dykstra 1983; Boyle and Dykstra 1986. Every set has a correction p: y = x + p, x = P(y),
/// p = y - x. Unlike plain alternating projections the limit is the point nearest to the start,
/// whatever the order of the sets. A sweep is arithmetic, not a round of people talking.
/// </para>
/// <para>
/// The corrections always add up to g = start - x, and each is normal to its set at the set's last
/// projection x_i. So every common point c has g.c at most the sum of p_i.x_i; if no c of the box
/// can, the meet is proven empty, and there is no need to iterate on.
/// </para>
/// </remarks>
internal ref struct Dykstra
{
    private const int SweepsMax = 500;
    private const double Still = 1e-13;
    private const int StackMax = 512;

    private readonly ReadOnlySpan<Acceptance> _ranges;
    private readonly Bounds _bounds;
    private readonly Span<double> _corrections;
    private Point _place;
    private double _moved;
    private double _support;
    private double _strain;

    private Dykstra(Point start, ReadOnlySpan<Acceptance> ranges, Bounds bounds, Span<double> corrections)
    {
        _place = start;
        _ranges = ranges;
        _bounds = bounds;
        _corrections = corrections;
        _corrections.Clear();
    }

    /// <summary>The ranges are balls, and are known to have a point in common; the bounds are not.</summary>
    public static NearestPoint Nearest(Point start, ReadOnlySpan<Acceptance> ranges, Bounds bounds)
    {
        var size = (ranges.Length + 1) * start.Dimensions;
        var solver = new Dykstra(
            start, ranges, bounds, size <= StackMax ? stackalloc double[size] : new double[size]);
        for (var sweep = 0; sweep < SweepsMax; sweep++)
        {
            solver.Sweep();
            if (solver._moved <= Still && solver.IsCommon()) return new(SearchEnd.Found, solver._place);
            if (solver.IsProvenEmpty(start)) return new(SearchEnd.Empty, start);
        }

        return new(SearchEnd.NotConverged, solver._place);
    }

    private void Sweep()
    {
        var before = _place;
        (_moved, _support, _strain) = (0, 0, 0);
        for (var i = 0; i <= _ranges.Length; i++) Correct(i);
        for (var k = 0; k < before.Dimensions; k++)
            _moved = Math.Max(_moved, Math.Abs(_place[k] - before[k]));
    }

    private void Correct(int set)
    {
        var d = _place.Dimensions;
        var correction = _corrections.Slice(set * d, d);
        var lifted = _place + new Point(correction);
        _place = set < _ranges.Length ? _ranges[set].Project(lifted) : _bounds.Project(lifted);
        var square = 0.0;
        for (var k = 0; k < d; k++)
        {
            var corrected = lifted[k] - _place[k];
            _moved = Math.Max(_moved, Math.Abs(corrected - correction[k]));
            _support += corrected * _place[k];
            square += corrected * corrected;
            correction[k] = corrected;
        }

        _strain += Math.Sqrt(square);
    }

    private readonly bool IsCommon()
    {
        foreach (ref readonly var range in _ranges)
            if (!range.Contains(_place)) return false;
        return _bounds.Contains(_place);
    }

    /// <summary>Whether even with the one tolerance no point of the box can be common.</summary>
    private readonly bool IsProvenEmpty(Point start)
    {
        var least = 0.0;
        for (var k = 0; k < start.Dimensions; k++)
        {
            var g = start[k] - _place[k];
            least += g * (g > 0 ? _bounds.Low[k] : _bounds.High[k]);
        }

        return least > _support + (2 * Tolerance.Epsilon * _strain);
    }
}
