using Federation.Governance.Chance;

namespace Federation.Check.Known;

/// <summary>How often nobody beats everybody, when all orders are equally likely.</summary>
public static class Cultures
{
    private static readonly Dice Dice = new(8, 0);

    private static readonly int[][] OrdersOfThree = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

    /// <summary>Three alternatives and an odd number of ballots: over all ways of filling six piles.</summary>
    public static double Cycle(int ballots)
    {
        var (sum, piles) = (0.0, new int[6]);
        Fill(0, ballots, 1.0);
        return sum;

        void Fill(int pile, int left, double chance)
        {
            if (pile == 5)
            {
                piles[5] = left;
                if (!HasWinner(piles)) sum += chance * Coalitions.Power(1 / 6.0, left);
                return;
            }

            var ways = 1.0;
            for (var here = 0; here <= left; here++)
            {
                if (here > 0) ways = ways * (left - here + 1) / here;
                piles[pile] = here;
                Fill(pile + 1, left - here, chance * ways * Coalitions.Power(1 / 6.0, here));
            }
        }
    }

    /// <summary>Three alternatives, ever more ballots: Guilbaud's number.</summary>
    public static double CycleLimit() => (3 * Math.Acos(1 / 3.0) / (2 * Math.PI)) - .5;

    /// <summary>Counted over random ballots.</summary>
    public static double NobodyWins(int ballots, int alternatives, int runs)
    {
        var none = 0;
        for (var run = 0; run < runs; run++)
        {
            var draws = new Draws(Dice, (ulong)run);
            var margins = new double[alternatives, alternatives];
            for (var ballot = 0; ballot < ballots; ballot++)
            {
                var order = draws.Order(alternatives);
                for (var better = 0; better < alternatives; better++)
                    for (var worse = better + 1; worse < alternatives; worse++)
                    {
                        margins[order[better], order[worse]]++;
                        margins[order[worse], order[better]]--;
                    }
            }

            if (!HasWinner(margins)) none++;
        }

        return (double)none / runs;
    }

    /// <summary>Ever more ballots: margins become normal, with correlation 1/3 where they share an
    /// alternative.</summary>
    /// <remarks>Such margins are (z_a - z_b + e_ab) / root 3 with all z and e independent and standard.</remarks>
    public static double NobodyWinsLimit(int alternatives, int runs)
    {
        var none = 0;
        for (var run = 0; run < runs; run++)
        {
            var draws = new Draws(Dice, (ulong)run);
            double[] z = [.. Enumerable.Range(0, alternatives).Select(_ => draws.Normal())];
            var margins = new double[alternatives, alternatives];
            for (var a = 0; a < alternatives; a++)
                for (var b = a + 1; b < alternatives; b++)
                {
                    margins[a, b] = z[a] - z[b] + draws.Normal();
                    margins[b, a] = -margins[a, b];
                }

            if (!HasWinner(margins)) none++;
        }

        return (double)none / runs;
    }

    private static bool HasWinner(double[,] margins)
    {
        var n = margins.GetLength(0);
        for (var a = 0; a < n; a++)
            if (Enumerable.Range(0, n).All(b => b == a || margins[a, b] > 0)) return true;
        return false;
    }

    private static bool HasWinner(int[] piles)
    {
        var margins = new double[3, 3];
        for (var pile = 0; pile < 6; pile++)
            for (var better = 0; better < 3; better++)
                for (var worse = better + 1; worse < 3; worse++)
                {
                    margins[OrdersOfThree[pile][better], OrdersOfThree[pile][worse]] += piles[pile];
                    margins[OrdersOfThree[pile][worse], OrdersOfThree[pile][better]] -= piles[pile];
                }

        return HasWinner(margins);
    }
}
