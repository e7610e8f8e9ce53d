using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Federation.Cli.Clusters;

/// <summary>The silo's executable, which the build puts into the folder silo/ beside the console's.</summary>
internal static class SiloProgram
{
    // In hexadecimal, as the runtime reads it: 256 MB.
    private const string LargeGen0 = "0x10000000";

    /// <summary>How to start a silo; what it says on standard error goes to a file.</summary>
    /// <param name="hasStdin">Whether it gets a pipe from us; else its standard input is empty.</param>
    public static ProcessStartInfo Start(SiloFiles files, ClusterPlan plan, bool hasStdin)
    {
        string[] program = [.. Program(), "--options", files.Options];
        var redirect = hasStdin ? "exec \"$@\" >/dev/null 2>\"$0\"" : "exec \"$@\" </dev/null >/dev/null 2>\"$0\"";
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(program[0], program[1..])
            : new ProcessStartInfo("/bin/sh", ["-c", redirect, files.Errors, .. program]);
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        start.RedirectStandardInput = hasStdin;
        foreach (var name in start.Environment.Keys
            .Where(name => name.StartsWith("FEDERATION_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        // A password is in no file of a run's folder, and no argument, which others can see.
        if (plan.Attached) start.Environment["FEDERATION_STORE"] = plan.StoreOrDefault.Text;
        plan.Clocks?.Give(start.Environment, files);
        if (plan.LargeRun) start.Environment["DOTNET_GCgen0size"] = LargeGen0;
        return start;
    }

    private static string[] Program()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "silo");
        var library = Path.Combine(folder, "federation-silo.dll");
        var muxer = Path.GetFullPath(Path.Combine(
            RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..",
            OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        if (File.Exists(library) && File.Exists(muxer)) return [muxer, library];

        var own = Path.Combine(folder, OperatingSystem.IsWindows() ? "federation-silo.exe" : "federation-silo");
        return File.Exists(own)
            ? [own]
            : throw new ClusterException(
                "The silo's program is not where the console looks for it", folder,
                "Build or publish Federation.Cli again; it brings the silo with it.");
    }
}
