using System.CommandLine;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Cli.Views;

namespace Federation.Cli.Commands;

/// <summary><c>federation verify RUN</c></summary>
internal static class VerifyCommand
{
    public static Command Create(Reporting reporting, Composition composition)
    {
        var run = new Argument<string?>("RUN")
        {
            Description = "The run's folder, or its name in ./runs; the newest finished run when "
                + "left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "verify", "Recompute a run's logbooks and seals and tell the first break.") { run };
        return reporting.Carry(command, "verify", "federation verify", async (parsed, _, limit) =>
        {
            using var directory = RunFolders.Find(parsed.GetValue(run));
            var report = await composition.Verify(new VerifyRequest(directory), limit);
            return new Outcome(report, page => VerifyView.Write(page, report))
            {
                Failure = report.FirstBreak is { } found
                    ? new CommandFailure("not_verifiable", found.Why.TrimEnd('.'),
                        "The record was changed after it was sealed; run the scenario again to "
                            + "compare",
                        found.Entry < 0 ? found.Circle : $"{found.Circle}, entry {found.Entry}",
                        ExitCode.NotVerifiable)
                    : null,
            };
        });
    }
}
