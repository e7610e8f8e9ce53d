using Federation.Governance.Chance;

namespace Federation.Study;

/// <summary>What a study draws for itself; never what happens to people.</summary>
internal enum Draw : ulong
{
    Bootstrap = 1,
    LatinHypercube = 2,
    Morris = 3,
    Shift = 4,
}

/// <summary>Numbers that are a function of what they are for.</summary>
internal static class Keyed
{
    private const ulong Study = 0x73747564795F3031;

    /// <summary>0 to n - 1.</summary>
    public static int Below(int n, Draw what, ulong first, ulong second, ulong seed = 0) =>
        (int)Math.BigMul(Word(what, first, second, seed), (ulong)n, out _);

    /// <summary>In [0, 1).</summary>
    public static double Unit(Draw what, ulong first, ulong second, ulong seed = 0) =>
        Dice.Unit(Word(what, first, second, seed));

    /// <summary>The numbers 0 to n - 1 in an order drawn.</summary>
    public static int[] Shuffled(int n, Draw what, ulong first, ulong seed = 0)
    {
        var order = Enumerable.Range(0, n).ToArray();
        for (var i = n - 1; i > 0; i--)
        {
            var j = Below(i + 1, what, first, (ulong)i, seed);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    private static ulong Word(Draw what, ulong first, ulong second, ulong seed) =>
        Philox4x64.Draw(Study, (ulong)what, first, second, seed, 0).A;
}
