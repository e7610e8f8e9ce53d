using Federation.Check;
using Federation.Cli.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Engine;

/// <summary>V65 with real processes: however many silos there are and whether one is lost, one seal.</summary>
internal static class SiloRows
{
    private const string Scenario = "cohousing";

    private static readonly (string Setting, int Silos, Kill[] Kills)[] Settings =
    [
        ("on one silo process", 1, []), ("on two", 2, []),
        ("on five, the second killed half-way", 5, [new Kill(2, .5)]),
    ];

    public static int Count => Settings.Length;

    /// <summary>Starts, runs and stops each cluster in turn, in a temporary folder.</summary>
    /// <param name="run">Runs a scenario to its end and holds it against the reference.</param>
    /// <param name="taken">Hears each row as it is taken.</param>
    public static async Task<IReadOnlyList<CheckRow>> Take(
        Func<RunRequest, IProgress<RunProgress>, CancellationToken, Task<RunReport>> run, Action<CheckRow> taken,
        CancellationToken stop)
    {
        var rows = new List<CheckRow>();
        var scenario = ScenarioCatalogue.Load(Scenario, []);
        foreach (var (setting, silos, kills) in Settings)
        {
            var folder = Directory.CreateTempSubdirectory("federation-check-").FullName;
            try
            {
                using var directory = RunDirectory.Create(folder, resume: false);
                directory.Write(RunRecord.Begin(scenario, TimeProvider.System.GetUtcNow()));
                var report = await run(
                    new RunRequest(
                        scenario, silos, "cluster", "sqlite", "every", [.. kills], directory, Resume: false,
                        ClusterAddress: null, Compare: false),
                    new Progress<RunProgress>(), stop);
                rows.Add(Row($"{Scenario} {setting}", report, kills.Length));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }

            taken(rows[^1]);
        }

        return rows;
    }

    private static CheckRow Row(string setting, RunReport report, int kills) => new(
        "V65", RowGroup.Reproducibility, setting, $"the reference's seal, nothing lost or doubled, silos lost: {kills}",
        $"{report.Seal[..8]} against {report.ReferenceSeal?[..8]}, lost {report.Lost}, doubled {report.Doubled}, silos "
            + $"lost: {report.SilosLost}", 0,
        report.Seal == report.ReferenceSeal && report is { Lost: 0, Doubled: 0 } && report.SilosLost == kills,
        "design");
}
