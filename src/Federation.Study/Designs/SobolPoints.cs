using System.Numerics;

namespace Federation.Study.Designs;

/// <summary>Sobol' points of the unit cube: any power of two of them fills it more evenly than chance.</summary>
/// <remarks>
/// Sobol', USSR Computational Mathematics and Mathematical Physics 7 (1967) 86-112; direction numbers of
/// Joe and Kuo, SIAM Journal on Scientific Computing 30 (2008) 2635-2654, file new-joe-kuo-6.21201.
/// </remarks>
public static class SobolPoints
{
    private const int Bits = 32;

    /// <summary>Degree and coefficients of each dimension's primitive polynomial, then its first numbers;
    /// the first dimension needs none.</summary>
    private static readonly int[][] Joe =
    [
        [1, 0, 1],
        [2, 1, 1, 3],
        [3, 1, 1, 3, 1],
        [3, 2, 1, 1, 1],
        [4, 1, 1, 1, 3, 3],
        [4, 4, 1, 3, 5, 13],
        [5, 2, 1, 1, 5, 5, 17],
        [5, 4, 1, 1, 5, 5, 5],
        [5, 7, 1, 1, 7, 11, 19],
        [5, 11, 1, 1, 5, 1, 1],
        [5, 13, 1, 1, 1, 3, 11],
        [5, 14, 1, 3, 5, 5, 31],
        [6, 1, 1, 3, 3, 9, 7, 49],
        [6, 13, 1, 1, 1, 15, 21, 21],
        [6, 16, 1, 3, 1, 13, 27, 49],
        [6, 19, 1, 1, 1, 15, 7, 5],
        [6, 22, 1, 3, 1, 15, 13, 25],
        [6, 25, 1, 1, 5, 5, 19, 61],
        [7, 1, 1, 3, 7, 11, 23, 15, 103],
    ];

    /// <summary>As many dimensions as there are direction numbers here.</summary>
    public static int DimensionsMost => Joe.Length + 1;

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

        var row = Joe[dimension - 1];
        var (degree, coefficients) = (row[0], row[1]);
        for (var i = 0; i < degree; i++) directions[i] = (uint)row[2 + i] << (Bits - 1 - i);
        for (var i = degree; i < Bits; i++)
        {
            directions[i] = directions[i - degree] ^ (directions[i - degree] >> degree);
            for (var j = 1; j < degree; j++)
                if (((coefficients >> (degree - 1 - j)) & 1) == 1) directions[i] ^= directions[i - j];
        }

        return directions;
    }
}
