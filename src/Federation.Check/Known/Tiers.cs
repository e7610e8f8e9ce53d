using Federation.Governance.Chance;

namespace Federation.Check.Known;

/// <summary>Majorities of majorities: districts that each send one, and Galam's pyramid.</summary>
public static class Tiers
{
    /// <summary>The chance that districts of equal size decide otherwise than all people together, when
    /// everybody decides by the toss of a coin. Both numbers odd.</summary>
    public static double Reversal(int districts, int people)
    {
        var all = districts * people;
        var chances = new double[districts + 1, all + 1];
        chances[0, 0] = 1;
        var ways = new double[people + 1];
        ways[0] = Coalitions.Power(.5, people);
        for (var yes = 1; yes <= people; yes++) ways[yes] = ways[yes - 1] * (people - yes + 1) / yes;
        for (var district = 0; district < districts; district++)
        {
            var next = new double[districts + 1, all + 1];
            for (var won = 0; won <= district; won++)
                for (var sum = 0; sum <= district * people; sum++)
                {
                    if (chances[won, sum] == 0) continue;
                    for (var yes = 0; yes <= people; yes++)
                        next[won + (yes > people / 2 ? 1 : 0), sum + yes] += chances[won, sum] * ways[yes];
                }

            chances = next;
        }

        var reversed = 0.0;
        for (var won = 0; won <= districts; won++)
            for (var sum = 0; sum <= all; sum++)
                if (won > districts / 2 != sum > all / 2) reversed += chances[won, sum];
        return reversed;
    }

    /// <summary>Very large districts: each one's lead is a number, and its sign is its seat.</summary>
    /// <param name="even">Leads even on -1 to 1 (impartial anonymous culture), else normal (impartial).</param>
    public static double ReversalOfLarge(int districts, bool even, int runs)
    {
        var reversed = 0;
        for (var run = 0; run < runs; run++)
        {
            var draws = new Draws(new Dice(27, 0), (ulong)run);
            var (seats, sum) = (0, 0.0);
            for (var district = 0; district < districts; district++)
            {
                var lead = even ? (2 * draws.Uniform()) - 1 : draws.Normal();
                (seats, sum) = (seats + Math.Sign(lead), sum + lead);
            }

            if (Math.Sign(seats) != Math.Sign(sum)) reversed++;
        }

        return (double)reversed / runs;
    }

    /// <summary>One level of Galam's pyramid: groups of so many decide by majority, a tie keeps the
    /// incumbent.</summary>
    public static double Galam(double share, int group) => Coalitions.AtLeast(group, (group / 2) + 1, share);

    /// <summary>The share a challenger needs so as not to lose a level: the unstable fixed point.</summary>
    public static double GalamThreshold(int group)
    {
        var (low, high) = (.3, .99);
        for (var halving = 0; halving < 60; halving++)
        {
            var middle = (low + high) / 2;
            if (Galam(middle, group) < middle) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }
}
