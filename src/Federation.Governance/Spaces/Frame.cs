namespace Federation.Governance.Spaces;

/// <summary>Orthonormal axes of the flat through some centres, and where equal-distance conditions put
/// a point.</summary>
/// <remarks>
/// With one centre as origin, every further centre q sets the condition
/// q.x = (|q|^2 - w) / 2 + s v. Along axes made from the q in turn (Gram-Schmidt, done twice) the
/// conditions are triangular, and x = U + s V is read off entry by entry.
/// </remarks>
internal readonly ref struct Frame
{
    /// <summary>A centre nearer to the flat of the others, relative to its distance, adds no axis.</summary>
    private const double Flat = 1e-13;

    private readonly Span<double> _axes;
    private readonly int _d;

    /// <param name="scratch">At least <see cref="Scratch"/> numbers.</param>
    /// <param name="d">Dimensions.</param>
    public Frame(Span<double> scratch, int d)
    {
        _d = d;
        _axes = scratch[..(d * d)];
        U = scratch.Slice(d * d, d);
        V = scratch.Slice(d * (d + 1), d);
    }

    /// <summary>Coordinates along the axes of the part of x that does not depend on s.</summary>
    public Span<double> U { get; }

    /// <summary>Coordinates along the axes of the part of x in proportion to s.</summary>
    public Span<double> V { get; }

    public static int Scratch(int d) => d * (d + 2);

    public ReadOnlySpan<double> Axis(int axis) => _axes.Slice(axis * _d, _d);

    /// <summary>Makes the axis after the first ones; false if the centre lies in their flat.</summary>
    public bool Add(
        int axes, ReadOnlySpan<double> origin, ReadOnlySpan<double> centre, double w, double v)
    {
        var axis = _axes.Slice(axes * _d, _d);
        for (var k = 0; k < _d; k++) axis[k] = centre[k] - origin[k];
        var square = Dot(axis, axis);
        return Straighten(axes, Math.Sqrt(square), (square - w) / 2, v);
    }

    /// <summary>The axis of a condition on one coordinate alone: x_k = value.</summary>
    public bool Add(int axes, int k, double value)
    {
        var axis = _axes.Slice(axes * _d, _d);
        axis.Clear();
        axis[k] = 1;
        return Straighten(axes, 1, value, 0);
    }

    /// <summary>Takes out of a vector what lies in the flat of the first axes.</summary>
    public void Leave(int axes, Span<double> vector)
    {
        for (var pass = 0; pass < 2; pass++)
            for (var j = 0; j < axes; j++) Subtract(vector, Dot(vector, Axis(j)), Axis(j));
    }

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var k = 0; k < a.Length; k++) sum += a[k] * b[k];
        return sum;
    }

    private bool Straighten(int axes, double before, double u, double v)
    {
        var axis = _axes.Slice(axes * _d, _d);
        for (var pass = 0; pass < 2; pass++)
        {
            for (var j = 0; j < axes; j++)
            {
                var share = Dot(axis, Axis(j));
                Subtract(axis, share, Axis(j));
                u -= share * U[j];
                v -= share * V[j];
            }
        }

        var length = Math.Sqrt(Dot(axis, axis));
        if (length <= Flat * before) return false;
        for (var k = 0; k < _d; k++) axis[k] /= length;
        U[axes] = u / length;
        V[axes] = v / length;
        return true;
    }

    private static void Subtract(Span<double> vector, double share, ReadOnlySpan<double> axis)
    {
        for (var k = 0; k < vector.Length; k++) vector[k] -= share * axis[k];
    }
}
