using Federation.Contracts.Benches;
using Federation.Grains.Placement;
using Federation.Grains.Waves;

namespace Federation.Grains.Benches;

/// <summary>Placed and paced as a circle is; stores nothing.</summary>
[SubtreePlacement]
internal sealed class BareCircleGrain : Grain, IBareCircleGrain
{
    public async Task<BareSum> Sum(int[] fanOuts)
    {
        var key = this.GetPrimaryKeyString();
        var sum = BareSum.Of(key.Length + key[^1]);
        if (fanOuts.Length == 0) return sum;
        var below = Enumerable.Range(1, fanOuts[0])
            .Select(child => GrainFactory.GetGrain<IBareCircleGrain>($"{key}/c{child}"));
        if (key.Count(letter => letter == '/') - 1 < Pacing.OneByOneFrom)
        {
            foreach (var part in await Task.WhenAll(below.Select(child => child.Sum(fanOuts[1..])).ToArray()))
                sum = sum.Plus(part);
            return sum;
        }

        foreach (var child in below) sum = sum.Plus(await child.Sum(fanOuts[1..]));
        return sum;
    }
}
