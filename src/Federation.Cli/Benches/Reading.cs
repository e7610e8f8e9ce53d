using System.Diagnostics;
using Federation.Cli.Clusters;

namespace Federation.Cli.Benches;

/// <summary>Wall time, processor time and memory of some processes.</summary>
/// <param name="CpuSeconds">Of all of them, since each began.</param>
/// <param name="Bytes">Held in memory now.</param>
internal readonly record struct Reading(long Ticks, double CpuSeconds, long Bytes)
{
    public static Reading Now(LocalCluster? cluster) =>
        Now(cluster is null ? [Environment.ProcessId] : [.. cluster.LivingSilos.Select(silo => silo.Process.Pid)]);

    private static Reading Now(int[] processes)
    {
        var (cpu, bytes) = (0.0, 0L);
        foreach (var id in processes)
        {
            using var process = Process.GetProcessById(id);
            cpu += process.TotalProcessorTime.TotalSeconds;
            bytes += process.WorkingSet64;
        }

        return new Reading(Stopwatch.GetTimestamp(), cpu, bytes);
    }

    /// <summary>What was spent from an earlier reading to this one.</summary>
    public Spent Since(Reading before) => new(
        Stopwatch.GetElapsedTime(before.Ticks, Ticks).TotalSeconds, CpuSeconds - before.CpuSeconds,
        Math.Max(0, Bytes - before.Bytes));
}

/// <summary>What something took.</summary>
internal readonly record struct Spent(double WallSeconds, double CpuSeconds, long Bytes)
{
    public Spent Plus(Spent other) =>
        new(WallSeconds + other.WallSeconds, CpuSeconds + other.CpuSeconds, Bytes + other.Bytes);

    public Spent Over(int times) => new(WallSeconds / times, CpuSeconds / times, Bytes);
}
