using System.CommandLine;
using Federation.Cli.Engine;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Cli.Views;

namespace Federation.Cli.Commands;

/// <summary><c>federation replay RUN</c></summary>
internal static class ReplayCommand
{
    public static Command Create(Reporting reporting)
    {
        var run = new Argument<string?>("RUN")
        {
            Description = "The run's folder, or its name in ./runs; the newest finished run when left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("replay", "Run a run again from its run.json and compare the seals.") { run };
        return reporting.Carry(command, "replay", "federation replay", async (parsed, session, limit) =>
        {
            using var directory = RunFolders.Find(parsed.GetValue(run));
            session.Reached = "nothing was compared yet";
            session.Resume = $"A run is made again from its beginning: federation replay {directory.Path}";
            using var progress = ProgressView.For(session, TimeProvider.System);
            var report = await Task.Run(() => Replaying.Of(directory, Seen, limit), limit);
            return new Outcome(report, page => Write(page, report))
            {
                Failure = report.FirstDifference is not { } first ? null : new CommandFailure(
                    "runs_differ", $"Run again, {first.Where} has another seal",
                    "Another version of the program wrote it, or it was changed: federation verify",
                    directory.Path, ExitCode.RunsDiffer),
            };

            void Seen(int equal, int recorded)
            {
                session.Reached = $"the first {equal} of {recorded} recorded seals came out again";
                progress.Report(new RunProgress("running again", equal, recorded, 0, 0) { What = "seals" });
            }
        });
    }

    private static void Write(Page page, ReplayReport replay)
    {
        page.Heading($"{replay.Scenario}, seed {replay.Seed}: run again");
        page.Facts(
            ("seal", replay.Seal), ("recorded", replay.Recorded.Length == 0 ? "none: it did not end" : replay.Recorded),
            ("cycles compared", $"{replay.CyclesCompared}"), ("equal", replay.Equal ? "yes" : "no"));
        page.Line($"{replay.Circles:#,0} circles in {replay.WallSeconds:0.0} s, in one thread.");
    }
}
