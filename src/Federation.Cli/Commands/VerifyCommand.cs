using System.CommandLine;
using Federation.Cli.Engine;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Cli.Views;
using Federation.Governance.Logbooks;

namespace Federation.Cli.Commands;

/// <summary><c>federation verify RUN|PROOF</c></summary>
internal static class VerifyCommand
{
    public static Command Create(Reporting reporting, Composition composition)
    {
        var run = new Argument<string?>("RUN")
        {
            Description = "The run's folder, or its name in ./runs, or the file of a proof; the newest "
                + "finished run when left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var seal = new Option<string?>("--seal")
        {
            Description = "The root's seal as published, 64 hexadecimal digits: the run must have it, a proof lead to "
                + "it.",
            HelpName = "SEAL",
        };
        var store = RunOptions.Store();
        var deep = new Option<bool>("--deep")
        {
            Description = "Run the scenario again however large it is: names a changed entry above 100,000 circles, "
                + "and compares the register's old answers above 10,000.",
        };
        var command = new Command(
            "verify", "Recompute a run's logbooks and seals and tell the first break; or check one proof.")
        {
            run, seal, store, deep,
        };
        return reporting.Reads(command, "verify", "federation verify", async (parsed, _, limit) =>
        {
            var published = Published(parsed.GetValue(seal));
            if (File.Exists(parsed.GetValue(run)))
            {
                var proved = await Task.Run(
                    () => Proofs.Check(Path.GetFullPath(parsed.GetValue(run)!), published), limit);
                return new Outcome(proved, page => VerifyView.Write(page, proved));
            }

            using var directory = RunFolders.Find(parsed.GetValue(run));
            var report = await composition.Verify(new VerifyRequest(
                directory, parsed.GetValue(deep), published, parsed.GetValue(store)), limit);
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

    /// <summary>A seal as the program writes it.</summary>
    private static string? Published(string? text)
    {
        if (text is null) return null;
        try
        {
            return $"{Digest.Parse(text.Trim().ToLowerInvariant())}";
        }
        catch (FormatException)
        {
            throw CommandFailure.Usage(
                "--seal takes a seal, which has 64 hexadecimal digits", "Copy it whole from where it was published");
        }
    }
}
