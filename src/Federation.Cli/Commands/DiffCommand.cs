using System.CommandLine;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Commands;

/// <summary><c>federation diff RUN RUN</c></summary>
internal static class DiffCommand
{
    private const int Shown = 20;

    public static Command Create(Reporting reporting)
    {
        var a = new Argument<string>("A") { Description = "A run's folder, or its name in ./runs." };
        var b = new Argument<string>("B") { Description = "Another's." };
        var command = new Command("diff", "Tell what two runs have apart, the first difference first.") { a, b };
        return reporting.Reads(
            command, "diff", "federation diff runs/cohousing-5 runs/cohousing-5-2", (parsed, _, limit) =>
            {
                using var one = RunFolders.Find(parsed.GetValue(a));
                using var other = RunFolders.Find(parsed.GetValue(b));
                var report = RunDifferences.Of(one, other, limit);
                return Task.FromResult(new Outcome(report, page => Write(page, report))
                {
                    Failure = report.First is not { } first ? null : new CommandFailure(
                        "runs_differ", $"The runs differ, first in {first.Kind} {first.Where}", "", one.Path,
                        ExitCode.RunsDiffer),
                });
            });
    }

    private static void Write(Page page, DiffReport diff)
    {
        page.Heading(diff.Equal ? "The runs are the same" : "The runs differ");
        foreach (var one in diff.Differences.Take(Shown))
        {
            page.Line($"{one.Kind} {one.Where}");
            page.Line($"  a: {one.A}");
            page.Line($"  b: {one.B}");
        }

        if (diff.Differences.Length > Shown) page.Line($"and {diff.Differences.Length - Shown} more (--json has all)");
    }
}
