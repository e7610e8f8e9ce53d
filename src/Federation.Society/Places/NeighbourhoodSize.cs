namespace Federation.Society.Places;

/// <summary>How many inhabitants a neighbourhood circle stands for.</summary>
internal static class NeighbourhoodSize
{
    /// <summary>Gives the planet about a million circles, eight children at most.</summary>
    public const long Usual = 9_000;

    /// <summary>How many neighbourhoods a city has: the nearest whole number, at least 1.</summary>
    public static int NeighbourhoodsOf(long represented, long size) =>
        (int)Math.Max(1, (represented + size / 2) / size);

    /// <summary>The smallest size with which the whole plan has no more circles than asked; where
    /// even one neighbourhood each is too many, a size that gives every city one.</summary>
    /// <param name="asked">Circles in all.</param>
    /// <param name="above">Circles down to the cities, these included.</param>
    /// <param name="cities">How many inhabitants each city's circle stands for.</param>
    public static long For(long asked, long above, IReadOnlyList<long> cities, EvenTree tree)
    {
        var people = cities.Sum();
        var low = Math.Max(1, people / (2 * asked));
        var high = Math.Max(low, 2 * people + 1);
        var circles = tree.CirclesOver(NeighbourhoodsOf(cities.Max(), low));
        while (low < high)
        {
            var size = low + (high - low) / 2;
            if (Total(size) <= asked) high = size;
            else low = size + 1;
        }

        return low;

        long Total(long size) =>
            above + cities.Sum(city => (long)circles[NeighbourhoodsOf(city, size)] - 1);
    }
}
