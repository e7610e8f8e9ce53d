using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Commands;

/// <summary><c>federation run --list</c></summary>
internal static class RunList
{
    public static Outcome Outcome()
    {
        var runs = RunFolders.List();
        return new Outcome(
            new
            {
                Runs = runs.Select(run => new
                {
                    Directory = run.Folder, Scenario = Name(run.Record), run.Record.Seed,
                        run.Record.State,
                    run.Record.StartedAt, run.Record.Seal,
                }).ToArray(),
            },
            page =>
            {
                if (runs.Count == 0) page.Line("No runs here yet. Make one: federation demo");
                else page.Table(["folder", "scenario", "seed", "state", "started", "seal"],
                    [.. runs.Select(run => new[]
                    {
                        run.Folder, Name(run.Record), $"{run.Record.Seed}", run.Record.State,
                        $"{run.Record.StartedAt:yyyy-MM-dd HH:mm}", run.Record.Seal.Length > 12
                            ? run.Record.Seal[..12] : "",
                    })]);
            });
    }

    private static string Name(RunRecord record) => (string?)record.Scenario["name"] ?? "";
}
