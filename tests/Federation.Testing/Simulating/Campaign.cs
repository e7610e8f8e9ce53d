using System.Collections.Concurrent;
using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Federating;

namespace Federation.Testing.Simulating;

/// <summary>A seed that broke a promise, its plan, and as much of the plan as it takes.</summary>
public sealed record Breach(Situation Situation, MishapPlan Plan, MishapPlan Shortest, string Broken)
{
    public override string ToString() => string.Join(Environment.NewLine,
        $"{Situation.Name}: {Broken}", Plan.ToString(), "as little as this breaks it too:", Shortest.ToString());

    /// <summary>The command that plays it again, for a situation the simulator's own tests know by name.</summary>
    public string Again => $"again: FAULT_SEED={Situation.Name}:{Plan.Seed} dotnet test tests/Federation.Society.Tests "
        + "-c Release --filter A_seed_is_played_again";
}

/// <summary>Many seeds of one situation, each in one thread.</summary>
public static class Campaign
{
    /// <summary>Plays plans of seeds from 0 upwards over a federation of one test.</summary>
    /// <returns>The register at the end of the undisturbed run, whose seals and stored bytes every plan ended with.</returns>
    /// <exception cref="BrokenPromiseException">One of them broke something; with its plan.</exception>
    public static Register Undergone(
        Func<CircleId, Surroundings> world, Func<Register> open, int seeds, string name = "here")
    {
        var situation = new Situation(name, world, open);
        return Run(situation, Enumerable.Range(0, seeds), () => new Protocol()) is { } breach
            ? throw new BrokenPromiseException($"{breach}") : situation.Undisturbed;
    }

    /// <returns>The first seed that broke something; null when none did.</returns>
    public static Breach? Run(
        Situation situation, IEnumerable<int> seeds, Func<Protocol> protocol, Action<Verdict>? seen = null)
    {
        var breaches = new ConcurrentBag<int>();
        Parallel.ForEach(seeds, (seed, loop) =>
        {
            var verdict = Play(situation, MishapPlan.Draw(seed, situation.Extent), protocol());
            seen?.Invoke(verdict);
            if (verdict.Broken is null) return;
            breaches.Add(seed);
            loop.Stop();
        });
        return breaches.IsEmpty ? null : Examine(situation, breaches.Min(), protocol);
    }

    /// <summary>How many seeds, from 0 upwards, until one breaks something; null when none of so many does.</summary>
    public static (int Seeds, string Broken)? Needed(Situation situation, int most, Func<Protocol> protocol)
    {
        for (var seed = 0; seed < most; seed++)
            if (Play(situation, MishapPlan.Draw(seed, situation.Extent), protocol()).Broken is { } broken)
                return (seed + 1, broken);
        return null;
    }

    public static Breach? Examine(Situation situation, int seed, Func<Protocol> protocol)
    {
        var plan = MishapPlan.Draw(seed, situation.Extent);
        return Play(situation, plan, protocol()).Broken is { } broken
            ? new Breach(situation, plan, Shorten(situation, plan, protocol), broken)
            : null;
    }

    /// <summary>Leaves out whatever it does not need to break: halves first, then one after the other.</summary>
    private static MishapPlan Shorten(Situation situation, MishapPlan plan, Func<Protocol> protocol)
    {
        for (var size = Math.Max(1, plan.Mishaps.Length / 2); size > 0; size /= 2)
        {
            for (var at = 0; at < plan.Mishaps.Length;)
            {
                var less = plan with { Mishaps = Without(plan.Mishaps, at, size) };
                if (Play(situation, less, protocol()).Broken is null) at += size;
                else plan = less;
            }
        }

        return plan;
    }

    private static ImmutableArray<Mishap> Without(ImmutableArray<Mishap> mishaps, int at, int size) =>
        mishaps.RemoveRange(at, Math.Min(size, mishaps.Length - at));

    private static Verdict Play(Situation situation, MishapPlan plan, Protocol protocol) =>
        new Simulation(situation, plan, protocol).Run();
}
