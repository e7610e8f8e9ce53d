using Federation.Cli.Runs;
using Federation.Society.Runs;
using Federation.Storage.Runs;

namespace Federation.Cli.Engine;

/// <summary>Runs a recorded run again from its run.json and holds the seals against each other.</summary>
internal static class Replaying
{
    /// <param name="seen">Hears after each seal how many of the recorded came out again, until one does not.</param>
    public static ReplayReport Of(RunDirectory directory, Action<int, int> seen, CancellationToken stop)
    {
        var began = TimeProvider.System.GetTimestamp();
        var record = directory.Read();
        var world = Worlds.Open(record.Resolved());
        var reference = new Reference(world) { Answered = stop.ThrowIfCancellationRequested };
        var recorded = directory.ReadSeals();
        var register = world.OpenRegister();
        for (var equal = 0; register.Pending is { } order;)
        {
            register = register.Answered(reference.Ask(order.Circle, order.Request));
            while (equal < Math.Min(recorded.Length, register.Seals.Length)
                && recorded[equal].Seal == register.Seals[equal].Seal.ToString()) equal++;
            seen(equal, recorded.Length);
        }

        var outcome = Outcomes.Of(world, register);
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
