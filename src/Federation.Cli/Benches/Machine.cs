using System.Globalization;
using System.Runtime.InteropServices;

namespace Federation.Cli.Benches;

/// <summary>On what figures were taken.</summary>
internal static class Machine
{
    public static string Words() =>
        $"{Environment.ProcessorCount} x {Processor()}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0} GB, "
        + $"{RuntimeInformation.OSDescription}, .NET {Environment.Version}";

    /// <summary>The load of the last minute; null where the system does not tell.</summary>
    public static double? Load() =>
        Read("/proc/loadavg") is { } text && double.TryParse(
            text.Split(' ')[0], CultureInfo.InvariantCulture, out var load) ? load : null;

    private static string Processor()
    {
        var named = Read("/proc/cpuinfo")?.Split('\n')
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        return named?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static string? Read(string file) => File.Exists(file) ? File.ReadAllText(file) : null;
}
