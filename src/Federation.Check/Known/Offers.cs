using Federation.Governance.Chance;

namespace Federation.Check.Known;

/// <summary>Offers one after another against what holds, on one dimension: majority or unanimity.</summary>
/// <remarks>
/// After Dougherty and Edward 2005: which of the two rules ends more often between the members'
/// extreme ideals, which is where no other text is better for everybody. Ideals are even on [0,1];
/// what holds at first, and random offers, on [-1,2]. An offer replaces what holds when enough
/// members are nearer to it. Here consent does worse, and that must be reproducible too.
/// </remarks>
public static class Offers
{
    /// <param name="needed">Members who must be better off: more than half of them, or all.</param>
    /// <param name="ideals">Whether offers are members' ideals rather than random.</param>
    /// <returns>The share of runs that end within the members' range.</returns>
    public static double EndsWithin(Dice dice, int members, int offers, int needed, bool ideals, int runs)
    {
        var (within, ideal) = (0, new double[members]);
        for (var run = 0; run < runs; run++)
        {
            for (var i = 0; i < members; i++)
                ideal[i] = dice.Uniform((ulong)run, 0, 0, (uint)i, Purpose.Preference);
            var holds = Anywhere(0);
            for (var offer = 1; offer <= offers; offer++)
            {
                var text = ideals
                    ? ideal[dice.Below(members, (ulong)run, (ulong)offer, 0, 0, Purpose.Tie)]
                    : Anywhere(offer);
                var nearer = 0;
                foreach (var one in ideal)
                    if (Math.Abs(one - text) < Math.Abs(one - holds)) nearer++;
                if (nearer >= needed) holds = text;
            }

            if (holds >= ideal.Min() && holds <= ideal.Max()) within++;

            double Anywhere(int offer) =>
                (3 * dice.Uniform((ulong)run, (ulong)offer, 0, 0, Purpose.Proposal)) - 1;
        }

        return (double)within / runs;
    }
}
