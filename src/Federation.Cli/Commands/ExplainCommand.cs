using System.Collections.Immutable;
using System.CommandLine;
using Federation.Cli.Engine;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Cli.Views;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Commands;

/// <summary><c>federation explain DECISION</c></summary>
internal static class ExplainCommand
{
    public static Command Create(Reporting reporting)
    {
        var decision = new Argument<string>("DECISION")
        {
            Description = "A decision's number, or part of its title.",
        };
        var run = RunOptions.Run();
        var store = RunOptions.Store();
        var proof = new Option<string?>("--proof")
        {
            Description = "Also write what proves the decision without the run's folder: see verify.",
            HelpName = "FILE",
        };
        var command = new Command(
            "explain",
            "Read a decision like good minutes: who said what, and where the text moved.")
        {
            decision, run, store, proof,
        };
        return reporting.Reads(command, "explain", "federation explain 1", async (parsed, _, limit) =>
        {
            using var directory = RunFolders.Find(parsed.GetValue(run));
            var found = Find(directory, parsed.GetValue(decision)!);
            ImmutableArray<StepReport> steps = [.. directory.ReadEvents(found.Id).Select(
                StepReport.Of)];
            var explained = new ExplainReport(found, steps.IsEmpty ? found.Moments : steps)
            {
                Cases = directory.ReadCases(found.Id),
                Proof = parsed.GetValue(proof) is { } file
                    ? await Proofs.Write(
                        directory, found, Path.GetFullPath(file), parsed.GetValue(store), limit) : null,
                TraceAddress = found.TraceId.Length == 0 ? "" : directory.Traces().Of(found.TraceId),
            };
            return new Outcome(explained, page => MinutesView.Write(page, explained));
        });
    }

    private static DecisionReport Find(RunDirectory directory, string named)
    {
        var decisions = directory.Read().Report?.Decisions
            ?? throw new CommandFailure(
                "unfinished_run", "The run has not ended, so there is nothing to explain yet",
                $"Take it up with --resume --out {directory.Path}", directory.Path);
        var matches = decisions.Where(decision => $"{decision.Id}" == named).ToArray();
        if (matches.Length == 0)
            matches = [.. decisions.Where(
                decision => decision.Title.Contains(named, StringComparison.OrdinalIgnoreCase))];
        if (matches.Length == 1) return matches[0];

        var known = string.Join(
            ", ", decisions.Take(8).Select(decision => $"{decision.Id} ({decision.Title})"));
        throw new CommandFailure(
            "no_such_decision",
            matches.Length == 0 ? $"The run has no decision '{named}'"
                : $"{matches.Length} decisions match '{named}'",
            Nearest.Suggest(
                named, decisions.Select(decision => decision.Title),
                $"Name one by its number: {known}"),
            directory.Path, ExitCode.Usage);
    }
}
