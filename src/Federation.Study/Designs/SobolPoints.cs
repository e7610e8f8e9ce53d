using System.Numerics;

namespace Federation.Study.Designs;

/// <summary>Sobol' points of the unit cube: any power of two of them fills it more evenly than chance.</summary>
/// <remarks>
/// Sobol', USSR Computational Mathematics and Mathematical Physics 7 (1967) 86-112; direction numbers of
/// Joe and Kuo, SIAM Journal on Scientific Computing 30 (2008) 2635-2654: the first lines of their file
/// new-joe-kuo-6.21201, as published, under their licence beside it.
/// </remarks>
public static class SobolPoints
{
    private const int Bits = 32;

    /// <summary>As many dimensions as there are direction numbers here.</summary>
    public static int DimensionsMost => DirectionNumbers.All.Length + 1;

    /// <summary>The first points, the origin included, as Sobol' has them.</summary>
    public static double[][] Of(int dimensions, int points) => Shifted(dimensions, points, _ => 0);

    /// <summary>The same with the digits of every dimension shifted by a number drawn: as even, and
    /// without a point in the corner.</summary>
    public static double[][] Of(int dimensions, int points, ulong seed) => Shifted(
        dimensions, points, k => (uint)(Keyed.Unit(Draw.Shift, (ulong)k, 0, seed) * (1UL << Bits)) | 1);

    private static double[][] Shifted(int dimensions, int points, Func<int, uint> shift)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, DimensionsMost);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        var cube = Enumerable.Range(0, points).Select(_ => new double[dimensions]).ToArray();
        for (var k = 0; k < dimensions; k++)
        {
            var (directions, at) = (Directions(k), shift(k));
            for (var i = 0; i < points; i++)
            {
                cube[i][k] = at / (double)(1UL << Bits);
                at ^= directions[BitOperations.TrailingZeroCount(~(uint)i)];
            }
        }

        return cube;
    }

    private static uint[] Directions(int dimension)
    {
        var directions = new uint[Bits + 1];
        if (dimension == 0)
        {
            for (var i = 0; i < Bits; i++) directions[i] = 1u << (Bits - 1 - i);
            return directions;
        }

        var (degree, coefficients, first) = DirectionNumbers.All[dimension - 1];
        for (var i = 0; i < degree; i++) directions[i] = first[i] << (Bits - 1 - i);
        for (var i = degree; i < Bits; i++)
        {
            directions[i] = directions[i - degree] ^ (directions[i - degree] >> degree);
            for (var j = 1; j < degree; j++)
                if (((coefficients >> (degree - 1 - j)) & 1) == 1) directions[i] ^= directions[i - j];
        }

        return directions;
    }
}
