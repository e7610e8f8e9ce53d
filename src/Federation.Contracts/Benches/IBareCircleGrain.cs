using Orleans.CodeGeneration;

namespace Federation.Contracts.Benches;

/// <summary>The least a circle could be: a grain that asks those below it and adds up. What a wave of circles
/// costs is told beside what a wave of these costs. Its key is "run/path", as a circle's.</summary>
[Alias("federation.bare-circle"), Version(1)]
public interface IBareCircleGrain : IGrainWithStringKey
{
    /// <param name="fanOuts">How many are asked on each level below, from here downwards; empty at the base.</param>
    [Alias("sum"), ResponseTimeout("00:10:00")]
    Task<BareSum> Sum(int[] fanOuts);
}

/// <param name="Circles">Those that answered, this one included.</param>
/// <param name="Willing">Members who could live with a text.</param>
[GenerateSerializer, Immutable, Alias("federation.bare-sum")]
public readonly record struct BareSum([property: Id(0)] long Circles, [property: Id(1)] long Willing)
{
    private const int Members = 7;

    /// <summary>One circle's own arithmetic: seven members, each a position and a tolerance about a text.</summary>
    /// <param name="place">A number that tells circles apart.</param>
    public static BareSum Of(int place)
    {
        var willing = 0;
        for (var member = 0; member < Members; member++)
        {
            var mixed = unchecked((uint)((place * Members) + member) * 2654435761u);
            if (Math.Abs((mixed / (double)uint.MaxValue) - 0.5) <= 0.25) willing++;
        }

        return new BareSum(1, willing);
    }

    public BareSum Plus(BareSum other) => new(Circles + other.Circles, Willing + other.Willing);
}
