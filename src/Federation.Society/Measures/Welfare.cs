using Federation.Governance.Spaces;

namespace Federation.Society.Measures;

/// <summary>What people get of what they could get.</summary>
public static class Welfare
{
    /// <summary>Social-utility efficiency: how far from a choice at random to the best there is, at most 1;
    /// not a number where the best is no better than chance.</summary>
    /// <remarks>Weber 1978; Merrill, American Journal of Political Science 28 (1984) 23-48.</remarks>
    public static double Efficiency(double got, double atRandom, double best) =>
        best - atRandom > Tolerance.Epsilon ? (got - atRandom) / (best - atRandom) : double.NaN;

    /// <summary>What people have to bear beside the least they could, at least 1 for one text for all.</summary>
    public static double Distortion(double borne, double least) => least > Tolerance.Epsilon ? borne / least
        : double.NaN;

    /// <summary>The best there is without asking for consent beside what was got, at least 1 for one text for
    /// all.</summary>
    public static double Price(double best, double got) => got > Tolerance.Epsilon ? best / got : double.NaN;

    /// <summary>The most anybody could have had more, 0..1: max over people of their best on the table less
    /// what they got.</summary>
    public static double Regret(double bestOnTheTable, double got) => Math.Max(0, bestOnTheTable - got);

    /// <summary>Share of people who lose on more than half of the matters, 0..1: Anscombe, Analysis 36 (1976)
    /// 161-168, showed that it can exceed a half though each matter pleases a majority.</summary>
    /// <param name="lost">By person, on how many of <paramref name="matters"/> they lost.</param>
    public static double Anscombe(ReadOnlySpan<int> lost, int matters)
    {
        if (lost.IsEmpty) return double.NaN;
        var such = 0;
        foreach (var times in lost)
            if (2 * times > matters) such++;
        return (double)such / lost.Length;
    }

    /// <summary>The alternative that beats every other by those who prefer one of the two; -1 for none.</summary>
    /// <param name="prefer">prefer[a, b]: how many prefer a to b.</param>
    public static int CondorcetWinner(long[,] prefer)
    {
        ArgumentNullException.ThrowIfNull(prefer);
        var n = prefer.GetLength(0);
        for (var a = 0; a < n; a++)
        {
            var wins = true;
            for (var b = 0; b < n; b++) wins &= a == b || prefer[a, b] > prefer[b, a];
            if (wins) return a;
        }

        return -1;
    }
}
