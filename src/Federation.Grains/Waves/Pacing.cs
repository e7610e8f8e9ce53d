using Federation.Contracts.Circles;
using Federation.Governance.Federating;

namespace Federation.Grains.Waves;

/// <summary>How many children are asked at once.</summary>
/// <remarks>
/// All of them in the upper levels. Further down one after the other: a million circles woken at
/// once run into Orleans' own time-outs for placing and answering, and the upper levels already
/// give every silo hundreds of subtrees to work on. Every fan-out is bounded by the plan.
/// </remarks>
internal static class Pacing
{
    /// <summary>Circles of this depth and deeper ask one child after the other.</summary>
    public const int OneByOneFrom = 4;

    public static async Task<(Errand.Ask Ask, Told Told)[]> All(
        Errand.Ask[] asks, int depth, Func<Errand.Ask, Task<Told>> ask)
    {
        var told = new (Errand.Ask, Told)[asks.Length];
        if (depth < OneByOneFrom)
        {
            var calls = Array.ConvertAll(asks, one => ask(one));
            await Task.WhenAll(calls);
            for (var i = 0; i < asks.Length; i++) told[i] = (asks[i], await calls[i]);
        }
        else
        {
            for (var i = 0; i < asks.Length; i++) told[i] = (asks[i], await ask(asks[i]));
        }

        return told;
    }
}
