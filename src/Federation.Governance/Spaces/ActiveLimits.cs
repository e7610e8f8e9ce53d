namespace Federation.Governance.Spaces;

/// <summary>The nearest point of the meet of balls and a box, exactly, by exchanging what holds it back.</summary>
/// <remarks>
/// Also an LP-type problem: at most d limits - balls, or faces of the box - are active. Take in the
/// limit the place is farthest outside of, find the nearest point of those at most d + 1 among the
/// points where subsets of their surfaces meet, and repeat; the distance from the start grows every
/// time. Where spheres and faces meet is a smaller sphere in the flat at right angles to their
/// normals, so its nearest point has a closed form. If no such point is allowed the meet is empty,
/// or rounding hides it: then it says so, and <see cref="Dykstra"/> decides.
/// </remarks>
internal ref struct ActiveLimits
{
    /// <summary>Farther outside by no more is rounding.</summary>
    private const double Slack = 1e-12;

    private const int StackMax = 1024;

    private readonly ReadOnlySpan<Acceptance> _ranges;
    private readonly Bounds _bounds;
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

    private ActiveLimits(
        Point start, ReadOnlySpan<Acceptance> ranges, Bounds bounds,
        Span<double> scratch, Span<int> indices)
    {
        _ranges = ranges;
        _bounds = bounds;
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

    /// <summary>Whether the nearest point was found; the ranges are balls.</summary>
    public static bool TryNearest(
        Point start, ReadOnlySpan<Acceptance> ranges, Bounds bounds, out Point nearest)
    {
        var d = start.Dimensions;
        var size = Frame.Scratch(d) + ((ranges.Length + 3) * d);
        var solver = new ActiveLimits(
            start, ranges, bounds,
            size <= StackMax ? stackalloc double[size] : new double[size],
            stackalloc int[3 * (d + 2)]);
        var found = solver.Solve();
        nearest = new Point(solver._place);
        return found;
    }

    private bool Solve()
    {
        var limits = _ranges.Length + (2 * _d);
        while (true)
        {
            var (excess, farthest) = (double.NegativeInfinity, 0);
            for (var limit = 0; limit < limits; limit++)
            {
                var outside = Excess(_place, limit);
                if (outside > excess) (excess, farthest) = (outside, limit);
            }

            if (excess <= Slack) return true;
            if (!TakeIn(farthest)) return false;
        }
    }

    private bool TakeIn(int limit)
    {
        var before = _far;
        _active[.._activeCount].CopyTo(_candidates);
        _candidates[_activeCount] = limit;
        _candidateCount = _activeCount + 1;
        _candidates[.._candidateCount].Sort(); // Balls before faces: a ball among the chosen is the origin.
        _far = double.PositiveInfinity;
        for (var first = 0; first < _candidateCount; first++)
        {
            _chosen[0] = _candidates[first];
            if (IsBall(_chosen[0])) Walk(0, 1, first + 1);
            else if (AddAxis(0, _chosen[0])) Walk(1, 1, first + 1);
        }

        return _far > before && _far < double.PositiveInfinity;
    }

    private void Walk(int axes, int chosen, int next)
    {
        Try(axes, chosen);
        if (chosen == _d) return;
        for (var i = next; i < _candidateCount; i++)
        {
            if (!AddAxis(axes, _candidates[i])) continue;
            _chosen[chosen] = _candidates[i];
            Walk(axes + 1, chosen + 1, i + 1);
        }
    }

    private readonly bool AddAxis(int axes, int limit)
    {
        if (IsBall(limit))
        {
            var w = RadiusSquared(limit) - RadiusSquared(_chosen[0]);
            return _frame.Add(axes, Origin, Centre(limit), w, 0);
        }

        var (k, at) = Face(limit);
        return _frame.Add(axes, k, at - Origin[k]);
    }

    /// <summary>Tries the point nearest to the start where the chosen surfaces meet.</summary>
    private void Try(int axes, int chosen)
    {
        var origin = Origin;
        var u = _frame.U[..axes];
        for (var k = 0; k < _d; k++) _trial[k] = _start[k] - origin[k];
        _frame.Leave(axes, _trial);
        var length = Math.Sqrt(Frame.Dot(_trial, _trial));
        var room = IsBall(_chosen[0]) ? RadiusSquared(_chosen[0]) - Frame.Dot(u, u) : 0;
        var scale = room > 0 && length > 0 ? Math.Sqrt(room) / length : 0;
        for (var k = 0; k < _d; k++)
        {
            _trial[k] = origin[k] + (scale * _trial[k]);
            for (var j = 0; j < axes; j++) _trial[k] += u[j] * _frame.Axis(j)[k];
        }

        Judge(chosen);
    }

    private void Judge(int chosen)
    {
        var far = 0.0;
        for (var k = 0; k < _d; k++) far += Square(_trial[k] - _start[k]);
        if (!(far < _far)) return;
        foreach (var limit in _candidates[.._candidateCount])
            if (!(Excess(_trial, limit) <= Slack)) return;

        _far = far;
        _trial.CopyTo(_place);
        _activeCount = chosen;
        _chosen[..chosen].CopyTo(_active);
    }

    /// <summary>How far outside a limit a place is; below zero inside.</summary>
    private readonly double Excess(ReadOnlySpan<double> place, int limit)
    {
        if (!IsBall(limit))
        {
            var (k, at) = Face(limit);
            return IsLow(limit) ? at - place[k] : place[k] - at;
        }

        var sum = 0.0;
        var centre = Centre(limit);
        for (var k = 0; k < centre.Length; k++) sum += Square(place[k] - centre[k]);
        return Math.Sqrt(sum) - _ranges[limit].Radius;
    }

    private readonly ReadOnlySpan<double> Origin => IsBall(_chosen[0]) ? Centre(_chosen[0]) : _start;

    /// <summary>Limits are numbered: the balls, then the low and the high face of every dimension.</summary>
    private readonly bool IsBall(int limit) => limit < _ranges.Length;

    private readonly bool IsLow(int face) => (face - _ranges.Length) % 2 == 0;

    private readonly (int Dimension, double At) Face(int face)
    {
        var k = (face - _ranges.Length) / 2;
        return (k, IsLow(face) ? _bounds.Low[k] : _bounds.High[k]);
    }

    private readonly double RadiusSquared(int ball) => Square(_ranges[ball].Radius);

    private readonly ReadOnlySpan<double> Centre(int ball) => _centres.Slice(ball * _d, _d);

    private static ReadOnlySpan<double> Unpack(Point point, Span<double> coordinates)
    {
        for (var k = 0; k < coordinates.Length; k++) coordinates[k] = point[k];
        return coordinates;
    }

    private static double Square(double x) => x * x;
}
