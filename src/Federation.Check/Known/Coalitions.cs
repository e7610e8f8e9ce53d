namespace Federation.Check.Known;

/// <summary>What independent members do to a rule that needs k of n: one law for taking and stopping.</summary>
/// <remarks>
/// Of n members each is captured with chance f. A harmful text passes if k or more are: capture. A
/// good one fails if more than n - k are: paralysis. Consent is k = n: f^n and 1 - (1 - f)^n. Publish
/// both, always. Also 1 - (1 - p)^n for the chance that at least one of n objects.
/// </remarks>
public static class Coalitions
{
    public static double Capture(int members, int needed, double share) => AtLeast(members, needed, share);

    public static double Paralysis(int members, int needed, double share) =>
        AtLeast(members, members - needed + 1, share);

    public static double SomebodyObjects(int members, double chance) => 1 - Power(1 - chance, members);

    /// <summary>Rae's index: how often a member is on the side that prevails, when everybody is for or against
    /// with chance 1/2 and so many are needed for.</summary>
    public static double Agrees(int members, int needed) =>
        (AtLeast(members - 1, needed - 1, .5) + 1 - AtLeast(members - 1, needed, .5)) / 2;

    /// <summary>The chance that at least so many of n independent events happen.</summary>
    public static double AtLeast(int n, int least, double chance)
    {
        var (sum, ways) = (0.0, 1.0);
        for (var k = 0; k <= n; k++)
        {
            if (k > 0) ways = ways * (n - k + 1) / k;
            if (k >= least) sum += ways * Power(chance, k) * Power(1 - chance, n - k);
        }

        return sum;
    }

    /// <summary>The chance that n ideals, even on a unit of one dimension, have a point within r of all.</summary>
    /// <remarks>Their range is at most a = 2r: n a^(n-1) - (n-1) a^n, for a up to 1.</remarks>
    public static double CommonGround(int members, double radius)
    {
        var a = 2 * radius;
        return (members * Power(a, members - 1)) - ((members - 1) * Power(a, members));
    }

    public static double Power(double number, int times)
    {
        var power = 1.0;
        for (var i = 0; i < times; i++) power *= number;
        return power;
    }
}
