using Federation.Governance.Chance;
using Federation.Governance.Decisions;
using Federation.Governance.Spaces;

namespace Federation.Check.Known;

/// <summary>Random opinions on one dimension that are talked about until nobody moves.</summary>
public static class Opinions
{
    private static readonly Dice Dice = new(31, 0);

    public static double[] Random(int run, int count) =>
        [.. Enumerable.Range(0, count).Select(i => Dice.Uniform((ulong)run, 0, 0, (uint)i,
            Purpose.Preference)).Order()];

    /// <summary>The sizes of groups after rounds in which everybody hears everybody within the bound.</summary>
    public static int[] Rounds(int run, int count, double bound)
    {
        var opinions = Random(run, count);
        HegselmannKrause.Freeze(opinions, bound);
        return HegselmannKrause.Groups(opinions);
    }

    /// <summary>The share of runs in which all agree, where everybody hears only neighbours within the bound; each
    /// newcomer to the network joins four.</summary>
    public static double Agrees(double bound, int count, int runs) =>
        Enumerable.Range(0, runs).Count(run =>
        {
            var network = Networks.ScaleFree(new Dice(31, (ulong)run + 1), count, 4);
            double[] opinions = [.. Enumerable.Range(0, count).Select(i =>
                Dice.Uniform((ulong)run, 0, 0, (uint)i, Purpose.Preference))];
            HegselmannKrause.Freeze(opinions, bound, network);
            return opinions.Max() - opinions.Min() < HegselmannKrause.Agreed;
        }) / (double)runs;

    /// <summary>The sizes of groups after talk in pairs, by the pair talk of circles.</summary>
    public static int[] Pairs(double bound, int count, int run)
    {
        Point[] places = [.. Random(run, count).Select(one => Fixed.Round(new Point(one)))];
        var beliefs = places.ToArray();
        double[] openness = [.. Enumerable.Repeat(1.0, count)];
        double[] skill = [.. openness];
        var order = Enumerable.Range(0, count).ToArray();
        for (var round = 0; round < 400; round++)
        {
            for (var i = count - 1; i > 0; i--)
            {
                var other = Dice.Below(i + 1, (ulong)run, (ulong)round, 0, (uint)i, Purpose.Pairing);
                (order[i], order[other]) = (order[other], order[i]);
            }

            PairTalk.Round(places, beliefs, openness, skill, bound, order);
        }

        return HegselmannKrause.Groups([.. places.Select(place => place[0]).Order()]);
    }
}
