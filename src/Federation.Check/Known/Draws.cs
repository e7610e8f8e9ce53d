using Federation.Governance.Chance;

namespace Federation.Check.Known;

/// <summary>Numbers one after another, for samples that need many.</summary>
/// <param name="dice">The seed.</param>
/// <param name="run">Which run of the sample; no two share a number.</param>
internal sealed class Draws(Dice dice, ulong run)
{
    private Block _block;
    private int _left;
    private uint _draw;

    public double Uniform() => Dice.Unit(Word());

    public double Normal() => NormalQuantile.Of(Math.Max(Uniform(), 1e-16));

    public int Below(int n) => (int)Math.BigMul(Word(), (ulong)n, out _);

    /// <summary>0 to n - 1 in random order.</summary>
    public int[] Order(int n)
    {
        var order = Enumerable.Range(0, n).ToArray();
        for (var i = n - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }

    private ulong Word()
    {
        if (_left == 0) (_block, _left) = (dice.Words(run, 0, 0, 0, Purpose.Preference, _draw++), Block.Words);
        return _block[Block.Words - _left--];
    }
}
