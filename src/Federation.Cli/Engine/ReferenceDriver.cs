using System.Diagnostics;
using Federation.Cli.Runs;
using Federation.Society.People;
using Federation.Society.Runs;

namespace Federation.Cli.Engine;

/// <summary>Runs a scenario in one thread of this process.</summary>
internal static class ReferenceDriver
{
    /// <summary>How many answers go by between two reports.</summary>
    public const int ReportEvery = 1024;

    public static Task<Taking> Run(World world, IProgress<RunProgress> progress, CancellationToken stop) =>
        Task.Run(() =>
        {
            using var self = Process.GetCurrentProcess();
            var cpu = self.TotalProcessorTime;
            var expected = Expected.Answers(world);
            var answered = 0L;
            var reference = new Reference(world)
            {
                Answered = () =>
                {
                    if (++answered % ReportEvery != 0) return;
                    stop.ThrowIfCancellationRequested();
                    progress.Report(new RunProgress("asking circles", answered, expected, 0, 0));
                },
            };
            var register = reference.Run();
            self.Refresh();
            return new Taking(
                register, reference, 0, 0, 0, (self.TotalProcessorTime - cpu).TotalSeconds,
                self.PeakWorkingSet64, []);
        }, stop);
}

/// <summary>How many answers a run is likely to take.</summary>
internal static class Expected
{
    /// <summary>Every circle answers twice in the founding and twice in each day's cycle.</summary>
    public static long Answers(World world) =>
        world.Plan.Circles * (2 + (2L * world.Scenario.Agenda.Select(matter => matter.Day).Distinct().Count()));
}
