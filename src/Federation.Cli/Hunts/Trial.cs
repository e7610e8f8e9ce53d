using System.Collections.Immutable;
using Federation.Society.Cases;
using Federation.Society.Places;
using Federation.Society.Runs;
using Federation.Society.Scenarios;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Hunts;

/// <summary>One run of a hunt: pure, in one thread, in memory.</summary>
internal static class Trial
{
    public static ImmutableArray<Finding> Find(Scenario scenario, CancellationToken stop) =>
        DegenerateCases.In(Ended(scenario, stop));

    /// <summary>What a scenario shows of one case when it is written to a file and read back.</summary>
    /// <returns>The first finding; null when there is none, or no file or federation can be made of it.</returns>
    public static Finding? Shows(Scenario scenario, DegenerateCase sought, CancellationToken stop)
    {
        try
        {
            var read = ScenarioReader.Parse(ScenarioFile.Text(scenario, []), "shrunk");
            return sought.Find(Ended(read, stop)).FirstOrDefault();
        }
        catch (Exception impossible) when (impossible
            is ScenarioException or InvalidFederationException or UnknownCircleException)
        {
            return null;
        }
    }

    private static FinishedRun Ended(Scenario scenario, CancellationToken stop)
    {
        var reference = new Reference(Worlds.Open(scenario)) { Answered = stop.ThrowIfCancellationRequested };
        return FinishedRun.Of(reference, reference.Run());
    }
}
