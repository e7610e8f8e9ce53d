using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using Federation.Check;
using Federation.Cli.Engine;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Cli.Views;

namespace Federation.Cli.Commands;

/// <summary><c>federation check</c></summary>
internal static class CheckCommand
{
    public static Command Create(Reporting reporting, Composition composition)
    {
        var full = new Option<bool>("--full") { Description = "Samples at full size; takes many minutes." };
        var only = new Option<string[]>("--only")
        {
            Description = "Only these rows.",
            HelpName = "ID",
            AllowMultipleArgumentsPerToken = true,
        };
        var noSilos = new Option<bool>("--no-silos") { Description = "Start no silo processes." };
        var command = new Command("check",
            "Compare the program with published figures, patterns and its own seals.") { full, only, noSilos };
        return reporting.Carry(command, "check", "federation check", async (parsed, session, limit) =>
        {
            var effort = parsed.GetValue(full) ? Effort.Full : Effort.Quick;
            var rows = Chosen(parsed.GetValue(only) ?? []);
            var clock = Stopwatch.StartNew();
            var withSilos = !parsed.GetValue(noSilos) && rows.Any(row => row.Group == RowGroup.Reproducibility);
            using var progress = ProgressView.For(session, TimeProvider.System);
            var planned = rows.Count + (withSilos ? SiloRows.Count : 0);
            var taken = new ConcurrentQueue<CheckRow>();
            try
            {
                var found = await Task.Run(() => CheckRows.Take(rows, effort, limit, Told), limit);
                if (withSilos) found = [.. found, .. await SiloRows.Take(composition.Run, Told, limit)];
                return Found(CheckReport.Of(effort, clock.Elapsed.TotalSeconds, planned, found));
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested)
            {
                CheckRow[] known = [.. taken.OrderBy(row => row.Id, StringComparer.Ordinal)];
                var report = CheckReport.Of(effort, clock.Elapsed.TotalSeconds, planned, known);
                session.Reached = $"{report.Rows.Length} of {planned} rows were taken, {report.Passed} as expected";
                session.Resume = $"Take the others: federation check{(effort == Effort.Full ? " --full" : "")} --only "
                    + string.Join(' ', Left(rows, known));
                return new Outcome(report, page => CheckView.Write(page, report)) { Failure = session.Broken() };
            }

            void Told(CheckRow row)
            {
                taken.Enqueue(row);
                progress.Report(new RunProgress("checking rows", taken.Count, planned, 0, 0) { What = "rows" });
            }
        });
    }

    private static Outcome Found(CheckReport report) => new(report, page => CheckView.Write(page, report))
    {
        Failure = report.Passed == report.Rows.Length ? null : new CommandFailure(
            "not_as_expected", $"{report.Rows.Length - report.Passed} rows are not as expected",
            "Run again with --full to rule out a small sample", string.Join(", ",
                report.Rows.Where(row => !row.Ok).Select(row => row.Id).Distinct())),
    };

    /// <summary>What --only takes for the rows that are missing; those of silo processes go by the last.</summary>
    private static string[] Left(IReadOnlyList<Row> rows, IReadOnlyCollection<CheckRow> taken)
    {
        var known = taken.Select(row => (row.Id, row.Setting)).ToHashSet();
        var left = rows.Where(row => !known.Contains((row.Id, row.Setting))).Select(row => row.Id).Distinct().ToArray();
        return left.Length > 0 ? left : [rows[^1].Id];
    }

    private static IReadOnlyList<Row> Chosen(string[] ids)
    {
        if (ids.Length == 0) return CheckRows.All;
        foreach (var id in ids)
            if (CheckRows.All.All(row => !row.Id.Equals(id, StringComparison.OrdinalIgnoreCase)))
                throw CommandFailure.Usage($"There is no row '{id}'",
                    $"Take some of {string.Join(", ", CheckRows.All.Select(row => row.Id).Distinct())}");
        return [.. CheckRows.All.Where(row => ids.Contains(row.Id, StringComparer.OrdinalIgnoreCase))];
    }
}
