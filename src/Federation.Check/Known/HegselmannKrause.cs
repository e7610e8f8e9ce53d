namespace Federation.Check.Known;

/// <summary>Bounded confidence among very many, on one dimension, in plain numbers.</summary>
/// <remarks>
/// Everybody goes to the mean of all who are within the bound, at once. Sums are direct: running
/// sums are faster and end in wrong clusters where gaps equal the bound. Hegselmann and Krause 2002.
/// The circles' own talk is <see cref="Federation.Governance.Decisions.Talk"/>; a test holds the two together.
/// </remarks>
public static class HegselmannKrause
{
    private const double Frozen = 1e-9;

    private const int RoundsMax = 10_000;

    /// <summary>Talks until nobody moves any more.</summary>
    /// <param name="opinions">Ascending; changed in place.</param>
    /// <returns>How many rounds moved somebody.</returns>
    public static int Freeze(double[] opinions, double bound)
    {
        var next = new double[opinions.Length];
        for (var round = 0; round < RoundsMax; round++)
        {
            var moved = 0.0;
            var (from, to) = (0, 0);
            for (var i = 0; i < opinions.Length; i++)
            {
                while (opinions[i] - opinions[from] > bound + Frozen) from++;
                while (to < opinions.Length && opinions[to] - opinions[i] <= bound + Frozen) to++;
                var sum = 0.0;
                for (var j = from; j < to; j++) sum += opinions[j];
                next[i] = sum / (to - from);
                moved = Math.Max(moved, Math.Abs(next[i] - opinions[i]));
            }

            if (moved <= Frozen) return round;
            next.CopyTo(opinions, 0);
        }

        return RoundsMax;
    }

    /// <summary>The same where everybody hears only neighbours in a network and themselves.</summary>
    public static void Freeze(double[] opinions, double bound, Networks network)
    {
        var next = new double[opinions.Length];
        for (var round = 0; round < RoundsMax; round++)
        {
            var moved = 0.0;
            for (var i = 0; i < opinions.Length; i++)
            {
                var (sum, heard) = (opinions[i], 1);
                foreach (var j in network.Of(i))
                    if (Math.Abs(opinions[j] - opinions[i]) <= bound) (sum, heard) = (sum + opinions[j], heard + 1);
                next[i] = sum / heard;
                moved = Math.Max(moved, Math.Abs(next[i] - opinions[i]));
            }

            next.CopyTo(opinions, 0);
            if (moved <= Frozen) return;
        }
    }

    /// <summary>The sizes of groups that agree, along the dimension.</summary>
    public static int[] Groups(ReadOnlySpan<double> ascending)
    {
        var groups = new List<int> { 1 };
        for (var i = 1; i < ascending.Length; i++)
        {
            if (ascending[i] - ascending[i - 1] > Agreed) groups.Add(1);
            else groups[^1]++;
        }

        return [.. groups];
    }

    /// <summary>Far below any bound, far above what is left when nobody moves.</summary>
    public const double Agreed = 1e-4;
}
