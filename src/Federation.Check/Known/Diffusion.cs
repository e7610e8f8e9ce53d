namespace Federation.Check.Known;

/// <summary>How something new spreads: the three models whose limits adoption must have.</summary>
public static class Diffusion
{
    /// <summary>Bass 1969: the share that has adopted by a time.</summary>
    public static double Bass(double p, double q, double time)
    {
        var gone = Math.Exp(-(p + q) * time);
        return (1 - gone) / (1 + (q / p * gone));
    }

    /// <summary>Adoptions per unit of time.</summary>
    public static double BassRate(double p, double q, double time) =>
        (p + (q * Bass(p, q, time))) * (1 - Bass(p, q, time));

    /// <summary>When most adopt.</summary>
    public static double BassPeak(double p, double q) => Math.Log(q / p) / (p + q);

    /// <summary>Granovetter 1978: everybody joins once so many have; how many end up in.</summary>
    public static int Cascade(IEnumerable<int> thresholds)
    {
        var joined = 0;
        foreach (var threshold in thresholds.Order())
            if (threshold <= joined) joined++;
        return joined;
    }

    /// <summary>Watts 2002: between which mean numbers of neighbours a single seed sets off a cascade in a random
    /// network where a share phi of neighbours is enough; both 0 where there is no such window.</summary>
    /// <param name="enough">The largest number of neighbours of which one suffices: floor of 1/phi.</param>
    public static (double Least, double Most) WattsWindow(int enough)
    {
        var top = Enumerable.Range(1, 2000).Select(step => step * .005).MaxBy(Surplus);
        return Surplus(top) <= 0 ? (0, 0) : (Root(.0001, top), Root(20, top));

        double Root(double below, double above)
        {
            for (var halving = 0; halving < 100; halving++)
            {
                var middle = (below + above) / 2;
                if (Surplus(middle) > 0) above = middle;
                else below = middle;
            }

            return (below + above) / 2;
        }

        // The sum over k to K of k (k - 1) p_k, less z, with p_k Poisson of mean z, divided by z.
        double Surplus(double z)
        {
            var (sum, term) = (0.0, Math.Exp(-z));
            for (var k = 1; k <= enough; k++)
            {
                term *= z / k;
                sum += k * (k - 1.0) * term;
            }

            return (sum - z) / z;
        }
    }
}
