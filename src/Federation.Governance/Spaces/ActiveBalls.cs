namespace Federation.Governance.Spaces;

/// <summary>The nearest point of the meet of balls, exactly, by exchanging the balls that hold it back.</summary>
/// <remarks>
/// Also an LP-type problem: at most d balls, the active ones, decide the nearest point. Take in the
/// ball the place is farthest outside of, find the nearest point of those at most d + 1 among the
/// points where subsets of their spheres meet, and repeat; the distance from the start grows every
/// time. Where spheres meet is a smaller sphere in the flat at right angles to their centres', so
/// its nearest point has a closed form. Not every rounding can be survived: then it says so, and
/// <see cref="Dykstra"/> takes over.
/// </remarks>
internal ref struct ActiveBalls
{
    /// <summary>Farther outside by no more is rounding.</summary>
    private const double Slack = 1e-12;

    private const int StackMax = 1024;

    private readonly ReadOnlySpan<Acceptance> _ranges;
    private readonly int _d;
    private readonly ReadOnlySpan<double> _start;
    private readonly ReadOnlySpan<double> _centres;
    private readonly Frame _frame;
    private readonly Span<double> _trial;
    private readonly Span<double> _place;
    private readonly Span<int> _candidates;
    private readonly Span<int> _chosen;
    private readonly Span<int> _active;
    private int _candidateCount;
    private int _activeCount;
    private double _far;

    private ActiveBalls(
        Point start, ReadOnlySpan<Acceptance> ranges, Span<double> scratch, Span<int> indices)
    {
        _ranges = ranges;
        _d = start.Dimensions;
        _frame = new Frame(scratch, _d);
        scratch = scratch[Frame.Scratch(_d)..];
        _trial = scratch[.._d];
        _place = scratch.Slice(_d, _d);
        _start = Unpack(start, scratch.Slice(2 * _d, _d));
        _start.CopyTo(_place);
        var centres = scratch[(3 * _d)..];
        for (var i = 0; i < ranges.Length; i++) Unpack(ranges[i].Centre, centres.Slice(i * _d, _d));
        _centres = centres;
        _candidates = indices[..(_d + 2)];
        _chosen = indices.Slice(_d + 2, _d + 2);
        _active = indices.Slice(2 * (_d + 2), _d + 2);
    }

    /// <summary>Whether the nearest point was found; the ranges are balls that meet.</summary>
    public static bool TryNearest(Point start, ReadOnlySpan<Acceptance> ranges, out Point nearest)
    {
        var d = start.Dimensions;
        var size = Frame.Scratch(d) + ((ranges.Length + 3) * d);
        var solver = new ActiveBalls(
            start, ranges,
            size <= StackMax ? stackalloc double[StackMax] : new double[size],
            stackalloc int[3 * (d + 2)]);
        var found = solver.Solve();
        nearest = new Point(solver._place);
        return found;
    }

    private bool Solve()
    {
        while (true)
        {
            var (excess, ball) = (double.NegativeInfinity, 0);
            for (var i = 0; i < _ranges.Length; i++)
            {
                var outside = Excess(_place, i);
                if (outside > excess) (excess, ball) = (outside, i);
            }

            if (excess <= Slack) return true;
            if (!TakeIn(ball)) return false;
        }
    }

    private bool TakeIn(int ball)
    {
        var before = _far;
        _candidates[0] = ball;
        _active[.._activeCount].CopyTo(_candidates[1..]);
        _candidateCount = _activeCount + 1;
        _chosen[0] = ball;
        _far = double.PositiveInfinity;
        Walk(0, 1);
        return _far > before && _far < double.PositiveInfinity;
    }

    private void Walk(int axes, int next)
    {
        Try(axes);
        if (axes == _d - 1) return;
        for (var i = next; i < _candidateCount; i++)
        {
            var (ball, first) = (_candidates[i], _chosen[0]);
            var w = Square(_ranges[ball].Radius) - Square(_ranges[first].Radius);
            if (!_frame.Add(axes, Centre(first), Centre(ball), w, 0)) continue;
            _chosen[axes + 1] = ball;
            Walk(axes + 1, i + 1);
        }
    }

    /// <summary>Tries the point nearest to the start where the chosen spheres meet.</summary>
    private void Try(int axes)
    {
        var origin = Centre(_chosen[0]);
        var u = _frame.U[..axes];
        var room = Square(_ranges[_chosen[0]].Radius) - Frame.Dot(u, u);
        for (var k = 0; k < _d; k++) _trial[k] = _start[k] - origin[k];
        _frame.Leave(axes, _trial);
        var length = Math.Sqrt(Frame.Dot(_trial, _trial));
        var scale = room > 0 && length > 0 ? Math.Sqrt(room) / length : 0;
        for (var k = 0; k < _d; k++)
        {
            _trial[k] = origin[k] + (scale * _trial[k]);
            for (var j = 0; j < axes; j++) _trial[k] += u[j] * _frame.Axis(j)[k];
        }

        Judge(axes);
    }

    private void Judge(int axes)
    {
        var far = 0.0;
        for (var k = 0; k < _d; k++) far += Square(_trial[k] - _start[k]);
        if (!(far < _far)) return;
        foreach (var ball in _candidates[.._candidateCount])
            if (!(Excess(_trial, ball) <= Slack)) return;

        _far = far;
        _trial.CopyTo(_place);
        _activeCount = axes + 1;
        _chosen[.._activeCount].CopyTo(_active);
    }

    private readonly double Excess(ReadOnlySpan<double> place, int ball)
    {
        var sum = 0.0;
        var centre = Centre(ball);
        for (var k = 0; k < centre.Length; k++) sum += Square(place[k] - centre[k]);
        return Math.Sqrt(sum) - _ranges[ball].Radius;
    }

    private readonly ReadOnlySpan<double> Centre(int ball) => _centres.Slice(ball * _d, _d);

    private static ReadOnlySpan<double> Unpack(Point point, Span<double> coordinates)
    {
        for (var k = 0; k < coordinates.Length; k++) coordinates[k] = point[k];
        return coordinates;
    }

    private static double Square(double x) => x * x;
}
