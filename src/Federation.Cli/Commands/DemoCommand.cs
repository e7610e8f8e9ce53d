using System.CommandLine;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Cli.Views;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Commands;

/// <summary><c>federation demo</c>: the main job, told in the order that convinces or does
/// not.</summary>
internal static class DemoCommand
{
    /// <summary>The silo that is lost on the way, and when.</summary>
    private static readonly Kill Lost = new(2, 0.3);

    public static Command Create(Reporting reporting, Composition composition)
    {
        var scenario = RunOptions.Scenario("demo");
        var silos = RunOptions.Silos(3);
        var seed = RunOptions.Seed();
        var dashboard = RunOptions.Dashboard();
        var keep = new Option<string?>("--keep")
        {
            Description = "The run's folder; a new one in ./runs when left out.",
            HelpName = "DIR",
        };
        var command = new Command(
            "demo", "A matter climbs from a neighbourhood to the circle it concerns and spreads "
            + "as a limit.")
        {
            scenario, silos, seed, dashboard, keep,
        };
        return reporting.Carry(command, "demo", "federation demo", async (parsed, session, limit) =>
        {
            var name = parsed.GetValue(scenario)!;
            string[] settings = parsed.GetValue(seed) is { } other ? [$"seed={other}"] : [];
            var resolved = ScenarioCatalogue.Load(name, settings);
            var count = parsed.GetValue(silos);
            var report = await Running.Carry(
                session, composition,
                directory => new RunRequest(
                    resolved, count, "cluster", "sqlite", "every", count > 1 ? [Lost] : [],
                        directory,
                    Resume: false, ClusterAddress: null, Compare: true)
                {
                    // Whoever keeps it means to find it again.
                    SurvivesPowerLoss = parsed.GetValue(keep) is not null,
                    DashboardPort = parsed.GetValue(dashboard),
                },
                parsed.GetValue(keep) ?? RunFolders.Fresh(resolved), resume: false,
                $"federation run {name} --seed {resolved.Seed} --silos {count}", limit);
            return new Outcome(report, page => RunView.Write(page, report, resolved));
        });
    }
}
