using Federation.Testing.Simulating;
using Xunit.Abstractions;

namespace Federation.Society.Tests.Simulating;

/// <summary>Whatever fails, in any order, the promises of the protocol hold; the machine driven is the
/// product's own.</summary>
public class SimulatorTests(ITestOutputHelper output)
{
    private const int SeedsForABug = 500;

    /// <summary>Ten thousand plans in all.</summary>
    [Theory]
    [InlineData("pair", 7000)]
    [InlineData("deep", 2900)]
    [InlineData("everything", 100)]
    public void Whatever_fails_the_promises_hold(string name, int seeds)
    {
        var (happened, again, refused, activations) = (0L, 0L, 0L, 0L);

        var breach = Campaign.Run(Situations.Named(name), Enumerable.Range(0, seeds), () => new Protocol(), verdict =>
        {
            Interlocked.Add(ref happened, verdict.Happened);
            Interlocked.Add(ref again, verdict.AskedAgain);
            Interlocked.Add(ref refused, verdict.Refused);
            Interlocked.Add(ref activations, verdict.Activations);
        });

        output.WriteLine(
            $"{name}: {seeds} seeds, {happened} mishaps, {again} requests asked again, {refused} refused, "
            + $"{activations} activations");
        Assert.True(breach is null, $"{breach}\n{breach?.Again}");
        Assert.True(happened > seeds && again > seeds);
    }

    /// <summary>A simulator that finds no bug proves nothing.</summary>
    [Fact]
    public void Every_planted_bug_is_caught()
    {
        var lines = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Parallel.ForEach(PlantedBugs.All, bug =>
        {
            var found = Campaign.Needed(Situations.Deep, SeedsForABug, bug.Value);
            lock (lines) lines[bug.Key] = found is { } caught ? $"{caught.Seeds,4} seeds: {caught.Broken}" : "";
        });

        foreach (var (bug, line) in lines) output.WriteLine($"{bug,-58} {line}");
        Assert.True(lines.Count >= 20);
        Assert.All(PlantedBugs.SeenAs, bug => Assert.Contains(bug.Value, lines[bug.Key]));
        Assert.All(lines, line => Assert.True(line.Value.Length > 0, $"{line.Key}: not caught by {SeedsForABug} seeds"));
    }

    /// <summary>FAULT_SEED=pair:17 plays one plan again; without it, the first of each situation.</summary>
    [Fact]
    public void A_seed_is_played_again()
    {
        var asked = Environment.GetEnvironmentVariable("FAULT_SEED") ?? "pair:0";
        var (situation, seed) = (Situations.Named(asked.Split(':')[0]), int.Parse(asked.Split(':')[1]));
        output.WriteLine(MishapPlan.Draw(seed, situation.Extent).ToString());

        var breach = Campaign.Examine(situation, seed, () => new Protocol());

        Assert.True(breach is null, $"{breach}\n{breach?.Again}");
    }
}
