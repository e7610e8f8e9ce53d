using System.CommandLine;
using Federation.Cli.Benches;
using Federation.Cli.Clusters;
using Federation.Cli.Terminals;
using Federation.Cli.Views;

namespace Federation.Cli.Commands;

/// <summary><c>federation bench</c></summary>
internal static class BenchCommand
{
    private const long CirclesMost = 2_000_000;

    public static Command Create(Reporting reporting)
    {
        var set = new Option<string[]>("--set")
        {
            Description = "circles=N[,N...] (1000,10000 when left out) or silos=N (3).",
            HelpName = "KEY=VALUE",
        };
        return reporting.Carry(
            new Command("bench", "Measure what a decision costs beside bare grains and a plain loop.") { set },
            "bench", "federation bench --set circles=1000,10000 --set silos=1", Work);

        async Task<Outcome> Work(ParseResult parsed, Session session, CancellationToken limit)
        {
            var settings = (parsed.GetValue(set) ?? []).Select(Pair).ToList();
            var circles = Numbers(settings, "circles", [1_000, 10_000], 9, CirclesMost);
            var silos = Numbers(settings, "silos", [3], 1, ClusterPlan.SilosMax);
            if (silos.Length > 1) throw CommandFailure.Usage("silos is one number", "Write --set silos=3");
            Action<string> tell = session.Quiet ? _ => { } : session.Terminal.Error.WriteLine;
            var folder = Path.Combine(Path.GetTempPath(), $"federation-bench-{Guid.NewGuid():N}");
            var bench = new Bench((int)silos[0], folder, tell);
            try
            {
                await bench.Run(circles, limit);
                return Told(null);
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested)
            {
                var left = circles.Skip(bench.Report.Rows.Select(row => row.Circles).Distinct().Count()).ToArray();
                session.Reached = $"{circles.Length - left.Length} of {circles.Length} sizes were measured";
                session.Resume = $"Measure the others: federation bench --set circles={string.Join(',', left)} "
                    + $"--set silos={silos[0]}";
                return Told(session.Broken());
            }
            finally
            {
                if (Directory.Exists(folder)) Directory.Delete(folder, true);
            }

            Outcome Told(CommandFailure? failure)
            {
                var report = bench.Report;
                return new Outcome(report, page => BenchView.Write(page, report)) { Failure = failure };
            }
        }
    }

    private static (string Key, string Value) Pair(string setting)
    {
        var cut = setting.IndexOf('=', StringComparison.Ordinal);
        var key = cut < 0 ? setting : setting[..cut];
        return key is "circles" or "silos" && cut > 0
            ? (key, setting[(cut + 1)..])
            : throw CommandFailure.Usage(
                $"'{setting}' is nothing bench can set", "Write --set circles=1000,10000 or --set silos=3");
    }

    private static long[] Numbers(
        List<(string Key, string Value)> settings, string key, long[] otherwise, long least, long most)
    {
        var given = settings.Where(one => one.Key == key).SelectMany(one => one.Value.Split(',')).ToArray();
        return given.Length == 0 ? otherwise : [.. given.Select(text =>
            long.TryParse(text, out var number) && number >= least && number <= most ? number
                : throw CommandFailure.Usage(
                    $"{key} is '{text}', not a whole number from {least} to {most:#,0}", $"Write --set {key}=1000"))];
    }
}
