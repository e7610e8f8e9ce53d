using System.Diagnostics;
using Federation.Contracts.Hosting;

namespace Federation.Cli.Clusters;

/// <summary>One silo process this console started.</summary>
internal sealed class SiloProcess
{
    private const int PortAttemptsMax = 3;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(25);

    private readonly SiloFiles _files;

    private SiloProcess(SiloEntry entry, Process process, SiloFiles files) =>
        (Entry, Process, _files) = (entry, process, files);

    public SiloEntry Entry { get; }

    /// <summary>Its handle; its standard input is what tells an attached silo that we live.</summary>
    public Process Process { get; }

    /// <summary>Starts a silo and waits until it is Active; another port is tried when one is taken.</summary>
    /// <param name="started">Called as soon as there is a process, before it is Active.</param>
    /// <exception cref="ClusterException">It ended or took too long; the end of its log is in the message.</exception>
    public static async Task<SiloProcess> StartAsync(
        LaunchOptions options, SiloFiles files, ClusterPlan plan, Action<SiloProcess> started, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            var silo = Launch(options, files, plan);
            started(silo);
            if (await silo.BecomesActive(plan.StartWithin, stop).ConfigureAwait(false)) return silo;

            var alive = silo.Entry.Process.IsAlive;
            silo.Entry.Process.Kill();
            if (!alive && files.SaysPortInUse() && attempt < PortAttemptsMax) continue;

            throw new ClusterException(
                alive
                    ? $"{options.Name} was not active after {plan.StartWithin.TotalSeconds:0} s"
                    : $"{options.Name} ended while starting",
                files.Log, $"The end of its log:{Environment.NewLine}{files.Tail()}");
        }
    }

    private static SiloProcess Launch(LaunchOptions options, SiloFiles files, ClusterPlan plan)
    {
        var (siloPort, gatewayPort) = FreePorts.Pair();
        var reached = plan.Wires?.Lay(options.Name, siloPort) ?? siloPort;
        files.Prepare(options with { SiloPort = reached, ListenPort = siloPort, GatewayPort = gatewayPort });
        var hasStdin = options.Supervision is Supervision.Attached;
        var process = Process.Start(SiloProgram.Start(files, plan, hasStdin))
            ?? throw new ClusterException("The system started no process", options.Name, "Try again.");
        plan.Wires?.Know(options.Name, process.Id);
        var entry = new SiloEntry(options.Name, ProcessIdentity.Of(process), reached, gatewayPort);
        return new SiloProcess(entry, process, files);
    }

    private async Task<bool> BecomesActive(TimeSpan within, CancellationToken stop)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < within && Entry.Process.IsAlive)
        {
            if (_files.Report() is { Status: "Active" } report && report.Pid == Entry.Process.Pid) return true;
            await Task.Delay(LookEvery, stop).ConfigureAwait(false);
        }

        return false;
    }
}
