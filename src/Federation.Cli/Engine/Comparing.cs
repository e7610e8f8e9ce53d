using Federation.Cli.Runs;
using Federation.Governance.Federating;
using Federation.Society.People;
using Federation.Society.Runs;
using Federation.Storage.Runs;

namespace Federation.Cli.Engine;

/// <summary>The first decision's people under three other rules, and what would turn the result round.</summary>
internal static class Comparing
{
    public static Task<RunReport> Add(
        RunReport report, World world, Register register, IProgress<RunProgress> progress, CancellationToken stop) =>
        Task.Run(() =>
        {
            if (register.Settled.FirstOrDefault() is not { } settled) return report;
            var (phase, answers) = ("", 0L);
            var others = OtherRules.Of(
                world, settled, Worlds.Open, rule => Begins($"asking the same people: {rule}"), Answered);
            return report with
            {
                Counterfactual = [.. others.Select(other =>
                    new Counterfactual(other.Rule, other.Harm, other.OutsideTolerance, other.Weeks))],
                ReversedBy = Reversal.Find(
                    world, report.Harm.Mean, others.Min(other => other.Harm), Worlds.Open,
                    change => Begins($"trying what would reverse it: {change}"), Answered),
            };

            void Begins(string what)
            {
                (phase, answers) = (what, 0);
                progress.Report(new RunProgress(phase, 0, 0, 0, 0));
            }

            void Answered()
            {
                if (++answers % ReferenceDriver.ReportEvery != 0) return;
                stop.ThrowIfCancellationRequested();
                progress.Report(new RunProgress(phase, answers, 0, 0, 0));
            }
        }, stop);
}
