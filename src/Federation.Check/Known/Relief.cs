namespace Federation.Check.Known;

/// <summary>Aid through a chain of hands.</summary>
public static class Relief
{
    /// <summary>The share lost at each of k hops when a given share is lost in all: 1 - (1 - lost)^(1/k).</summary>
    /// <remarks>Found by halving: the core has no power of a fraction.</remarks>
    public static double LossPerHop(double lost, int hops)
    {
        var (low, high) = (0.0, 1.0);
        for (var halving = 0; halving < 60; halving++)
        {
            var middle = (low + high) / 2;
            if (1 - Coalitions.Power(1 - middle, hops) < lost) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }
}
