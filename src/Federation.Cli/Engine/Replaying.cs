using Federation.Cli.Runs;
using Federation.Society.Runs;
using Federation.Storage.Runs;

namespace Federation.Cli.Engine;

/// <summary>Runs a recorded run again from its run.json and holds the seals against each other.</summary>
internal static class Replaying
{
    public static ReplayReport Of(RunDirectory directory, CancellationToken stop)
    {
        var began = TimeProvider.System.GetTimestamp();
        var record = directory.Read();
        var world = Worlds.Open(record.Resolved());
        var reference = new Reference(world) { Answered = stop.ThrowIfCancellationRequested };
        var outcome = Outcomes.Of(world, reference.Run());
        var recorded = directory.ReadSeals();
        DifferenceReport? first = null;
        for (var i = 0; i < recorded.Length && first is null; i++)
            if (i >= outcome.Seals.Length || recorded[i].Seal != outcome.Seals[i].Seal)
                first = new DifferenceReport(
                    "seal", $"cycle {recorded[i].Cycle}, {recorded[i].Scope}", recorded[i].Seal,
                    i < outcome.Seals.Length ? outcome.Seals[i].Seal : "");
        if (first is null && record.Seal.Length > 0 && record.Seal != outcome.Seal)
            first = new DifferenceReport("seal", "the end", record.Seal, outcome.Seal);
        return new ReplayReport(
            world.Scenario.Name, world.Scenario.Seed, outcome.Seal, record.Seal, first is null, first,
            recorded.Length, outcome.Circles, TimeProvider.System.GetElapsedTime(began).TotalSeconds);
    }
}
