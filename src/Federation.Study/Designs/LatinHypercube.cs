namespace Federation.Study.Designs;

/// <summary>Points of the unit cube so that in every direction each of as many slices holds one of them.</summary>
/// <remarks>McKay, Beckman and Conover, Technometrics 21 (1979) 239-245.</remarks>
public static class LatinHypercube
{
    /// <param name="points">At least 1.</param>
    /// <param name="seed">Another seed has other points.</param>
    public static double[][] Of(int dimensions, int points, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        var cube = Enumerable.Range(0, points).Select(_ => new double[dimensions]).ToArray();
        for (var k = 0; k < dimensions; k++)
        {
            var slices = Keyed.Shuffled(points, Draw.LatinHypercube, (ulong)k, seed);
            for (var i = 0; i < points; i++)
                cube[i][k] = (slices[i] + Keyed.Unit(Draw.LatinHypercube, (ulong)(dimensions + k), (ulong)i,
                    seed)) / points;
        }

        return cube;
    }
}
