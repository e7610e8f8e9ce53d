using System.CommandLine;
using Federation.Cli.Terminals;

namespace Federation.Cli.Commands;

/// <summary><c>federation doctor</c>: what this machine lacks, each finding with its fix.</summary>
internal static class DoctorCommand
{
    public static Command Create(Reporting reporting) => reporting.Carry(
        new Command("doctor", "Check this machine, each finding with its fix."), "doctor",
            "federation doctor",
        (_, _, _) =>
        {
            var findings = Checkup.All().Concat(SetUp.OfProcess().All()).ToArray();
            var bad = findings.FirstOrDefault(finding => !finding.Ok);
            return Task.FromResult(
                new Outcome(new { Findings = findings }, page => Write(page, findings))
            {
                Failure = bad is null ? null : new CommandFailure(
                    "not_ready", $"{bad.Name}: {bad.Found}", bad.Fix),
            });
        });

    private static void Write(Page page, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            page.Line($"{(finding.Ok ? "ok   " : "FIX  ")}{finding.Name}: {finding.Found}");
            if (!finding.Ok) page.Line($"     {finding.Fix}");
        }
    }
}
