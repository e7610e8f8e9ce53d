using System.Globalization;

namespace Federation.Cli.Clusters;

/// <summary>Clocks of silos that can be set while they run, each by a file that libfaketime reads.</summary>
/// <remarks>Only the time of day jumps; what measures durations goes on, as on a real machine.</remarks>
public sealed class SiloClocks
{
    private readonly string _library;

    private SiloClocks(string library) => _library = library;

    /// <summary>Null where libfaketime is not installed.</summary>
    public static SiloClocks? Find() =>
        (Directory.Exists("/usr/lib") ? Directory.EnumerateDirectories("/usr/lib", "*-linux-gnu*") : [])
            .Select(folder => Path.Combine(folder, "faketime", "libfaketimeMT.so.1"))
            .Where(File.Exists).Select(library => new SiloClocks(library)).FirstOrDefault();

    /// <summary>Lets a silo that is about to start take its time from a file.</summary>
    internal void Give(IDictionary<string, string?> environment, SiloFiles silo)
    {
        Set(silo, 0);
        environment["LD_PRELOAD"] = _library;
        environment["FAKETIME_TIMESTAMP_FILE"] = silo.Clock;
        environment["FAKETIME_CACHE_DURATION"] = "1";
        environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
    }

    /// <summary>Sets how far a silo's clock is from the machine's; it is seen within a second.</summary>
    internal static void Set(SiloFiles silo, double seconds)
    {
        var next = $"{silo.Clock}.next";
        File.WriteAllText(next, seconds.ToString("+0;-0;+0", CultureInfo.InvariantCulture));
        File.Move(next, silo.Clock, overwrite: true);
    }
}
