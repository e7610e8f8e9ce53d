using Federation.Cli.Reports;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Cli.Views;
using Federation.Society.Scenarios;

namespace Federation.Cli.Commands;

/// <summary>What run and demo share: a folder, live progress, the run itself, and what is kept of
/// it.</summary>
internal static class Running
{
    public static async Task<RunReport> Carry(
        Session session, Composition composition, Func<RunDirectory, RunRequest> ask, string folder,
        bool resume, string again, CancellationToken limit)
    {
        using var directory = RunDirectory.Create(folder, resume);
        session.Resume = $"Take it up: {again} --resume --out {folder}";
        var request = ask(directory) with { Again = session.Resume };
        var record = resume ? Continued(directory, request.Scenario) : RunRecord.Begin(
            request.Scenario, TimeProvider.System.GetUtcNow());
        directory.Write(record);
        if (request.DashboardPort > 0 && !session.Quiet)
            session.Terminal.Error.WriteLine(RunOptions.SayDashboard(request.DashboardPort));

        RunReport report;
        try
        {
            using var progress = ProgressView.For(session, TimeProvider.System);
            report = await composition.Run(request, progress, limit);
        }
        catch (OperationCanceledException)
        {
            Mark(directory, "interrupted");
            throw;
        }
        catch (Exception) when (!resume && directory.Read().State == RunRecord.Starting)
        {
            directory.Discard();
            throw;
        }
        catch (Exception)
        {
            Mark(directory, "failed");
            throw;
        }

        report = report with { RunDirectory = directory.Path, Report = directory.ReportFile };
        directory.WriteDecisions(report.Decisions);
        directory.WriteReport(HtmlReport.Write(report, request.Scenario));
        directory.Write(directory.Read().Finish(report));
        return report;
    }

    /// <summary>Where not even that can be written, as on a full disk, what ended the run is told all the
    /// same.</summary>
    private static void Mark(RunDirectory directory, string state)
    {
        try
        {
            directory.Write(directory.Read() with { State = state });
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException or CommandFailure)
        {
            // The record keeps saying that it runs; taking it up does not ask.
        }
    }

    private static RunRecord Continued(RunDirectory directory, Scenario scenario)
    {
        var record = directory.Read();
        var asked = RunRecord.Begin(scenario, record.StartedAt);
        return record.Scenario.ToJsonString() == asked.Scenario.ToJsonString()
            ? record
            : throw new CommandFailure(
                "other_scenario", "The run in this folder is of another scenario or seed",
                "Give the same scenario, seed and --set as before, or name another folder with "
                    + "--out",
                directory.RunFile, ExitCode.Usage);
    }
}
