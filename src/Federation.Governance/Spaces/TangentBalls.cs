namespace Federation.Governance.Spaces;

/// <summary>The smallest ball around at most d + 2 balls, found among the balls tangent to their subsets.</summary>
/// <remarks>
/// <para>
/// Its centre is tangent inside to all of some subset, and lies in the flat through their centres.
/// With the first centre as origin and s the distance to it, every other ball q gives
/// q.x = (|q|^2 - delta^2) / 2 + s delta, delta the difference of the radii; so x = u + s v along
/// orthonormal axes of the flat, and |x| = s is a quadratic equation in s.
/// </para>
/// <para>
/// Subsets are walked depth first, one Gram-Schmidt axis per ball. Every trial centre is judged by
/// the ball it really needs, so a badly conditioned subset or a wrong root can only lose: that is
/// what makes doubled and collinear centres harmless.
/// </para>
/// </remarks>
internal ref struct TangentBalls
{
    private readonly ReadOnlySpan<double> _centres;
    private readonly ReadOnlySpan<double> _radii;
    private readonly int _d;
    private readonly Frame _frame;
    private readonly Span<double> _trial;
    private readonly Span<int> _candidates;
    private readonly Span<int> _chosen;
    private readonly Span<int> _basis;
    private int _candidateCount;
    private int _basisCount;

    /// <param name="centres">Coordinates, ball after ball.</param>
    /// <param name="radii">One per ball.</param>
    /// <param name="d">Dimensions.</param>
    /// <param name="scratch">At least <see cref="Scratch"/> numbers.</param>
    /// <param name="indices">At least 3 (d + 2) numbers.</param>
    public TangentBalls(
        ReadOnlySpan<double> centres, ReadOnlySpan<double> radii, int d,
        Span<double> scratch, Span<int> indices)
    {
        _centres = centres;
        _radii = radii;
        _d = d;
        _frame = new Frame(scratch, d);
        _trial = scratch.Slice(Frame.Scratch(d), d);
        Best = scratch.Slice(Frame.Scratch(d) + d, d);
        _candidates = indices[..(d + 2)];
        _chosen = indices.Slice(d + 2, d + 2);
        _basis = indices.Slice(2 * (d + 2), d + 2);
    }

    /// <summary>The centre of the smallest ball around the basis.</summary>
    public Span<double> Best { get; }

    /// <summary>Its radius.</summary>
    public double BestRadius { get; private set; }

    public static int Scratch(int d) => Frame.Scratch(d) + (2 * d);

    /// <summary>Begins with the largest ball alone.</summary>
    public void Begin()
    {
        var largest = 0;
        for (var i = 1; i < _radii.Length; i++)
            if (_radii[i] > _radii[largest]) largest = i;
        _basis[0] = largest;
        _basisCount = 1;
        Centre(largest).CopyTo(Best);
        BestRadius = _radii[largest];
    }

    /// <summary>The radius a ball around the best centre needs to hold all balls, and the ball that needs it.</summary>
    public readonly (double Radius, int Ball) Farthest()
    {
        var (radius, ball) = (double.NegativeInfinity, 0);
        for (var i = 0; i < _radii.Length; i++)
        {
            var needed = Needed(Best, i);
            if (needed > radius) (radius, ball) = (needed, i);
        }

        return (radius, ball);
    }

    /// <summary>Moves to the smallest ball around the basis and one more ball; whether it grew.</summary>
    public bool TakeIn(int ball)
    {
        var before = BestRadius;
        _candidates[0] = ball;
        _basis[.._basisCount].CopyTo(_candidates[1..]);
        _candidateCount = _basisCount + 1;
        _chosen[0] = ball;
        BestRadius = double.PositiveInfinity;
        Walk(0, 1);
        return BestRadius > before;
    }

    private void Walk(int axes, int next)
    {
        Try(axes);
        if (axes == _d) return;
        for (var i = next; i < _candidateCount; i++)
        {
            if (!AddAxis(axes, _candidates[i])) continue;
            _chosen[axes + 1] = _candidates[i];
            Walk(axes + 1, i + 1);
        }
    }

    private bool AddAxis(int axes, int ball)
    {
        var delta = _radii[ball] - _radii[_chosen[0]];
        return _frame.Add(axes, Centre(_chosen[0]), Centre(ball), delta * delta, delta);
    }

    /// <summary>Tries the centres tangent to the chosen balls: (v.v - 1) s^2 + 2 u.v s + u.u = 0.</summary>
    private void Try(int axes)
    {
        var u = _frame.U[..axes];
        var v = _frame.V[..axes];
        var (a, b, c) = (Frame.Dot(v, v) - 1, Frame.Dot(u, v), Frame.Dot(u, u));
        var root = Math.Sqrt(Math.Max(0, (b * b) - (a * c)));
        var q = b < 0 ? root - b : -root - b;
        Judge(axes, q == 0 ? 0 : c / q);
        if (a != 0) Judge(axes, q / a);
    }

    private void Judge(int axes, double s)
    {
        if (!double.IsFinite(s)) return;
        Centre(_chosen[0]).CopyTo(_trial);
        for (var j = 0; j < axes; j++)
        {
            var along = _frame.U[j] + (s * _frame.V[j]);
            var axis = _frame.Axis(j);
            for (var k = 0; k < _d; k++) _trial[k] += along * axis[k];
        }

        var radius = double.NegativeInfinity;
        foreach (var ball in _candidates[.._candidateCount])
            radius = Math.Max(radius, Needed(_trial, ball));
        if (!(radius < BestRadius)) return;

        BestRadius = radius;
        _trial.CopyTo(Best);
        _basisCount = axes + 1;
        _chosen[.._basisCount].CopyTo(_basis);
    }

    private readonly double Needed(ReadOnlySpan<double> centre, int ball)
    {
        var sum = 0.0;
        var at = Centre(ball);
        for (var k = 0; k < at.Length; k++) sum += (centre[k] - at[k]) * (centre[k] - at[k]);
        return Math.Sqrt(sum) + _radii[ball];
    }

    private readonly ReadOnlySpan<double> Centre(int ball) => _centres.Slice(ball * _d, _d);
}
