using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Federation.Cli.Clusters;

/// <summary>One process, and not another that was given the same number after it ended.</summary>
/// <param name="Started">A mark of the moment it began, only comparable for equality.</param>
public sealed record ProcessIdentity(int Pid, string Started)
{
    public static ProcessIdentity Of(Process process)
    {
        ArgumentNullException.ThrowIfNull(process);
        return new ProcessIdentity(process.Id, StartMark(process.Id) ?? "");
    }

    /// <summary>Whether it runs; one that ended and waits to be collected by its parent does not.</summary>
    public bool IsAlive => Started.Length > 0 && StartMark(Pid) == Started;

    /// <summary>SIGKILL: no goodbye. Nothing happens when it is gone.</summary>
    public void Kill()
    {
        if (!IsAlive) return;
        try
        {
            using var process = Process.GetProcessById(Pid);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException) { }
    }

    /// <summary>SIGTERM, as a container's runtime sends it; on Windows, which has none, the same as a kill.</summary>
    public void AskToStop()
    {
        if (!IsAlive) return;
        if (OperatingSystem.IsWindows()) Kill();
        else _ = NativeKill(Pid, 15);
    }

    /// <summary>SIGSTOP: it stands still and does not know it. Not on Windows.</summary>
    public void Freeze() => Signal(OperatingSystem.IsMacOS() ? 17 : 19);

    /// <summary>SIGCONT.</summary>
    public void Thaw() => Signal(OperatingSystem.IsMacOS() ? 19 : 18);

    /// <summary>Whether it ended within a time.</summary>
    public async Task<bool> WaitForExitAsync(TimeSpan within, CancellationToken stop = default)
    {
        var waited = Stopwatch.StartNew();
        while (IsAlive)
        {
            if (waited.Elapsed > within) return false;
            await Task.Delay(10, stop).ConfigureAwait(false);
        }

        return true;
    }

    // Linux keeps an ended process as a zombie until its parent asks, which a container's first
    // process may never do; and it knows the start in clock ticks exactly.
    private static string? StartMark(int pid)
    {
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                using var process = Process.GetProcessById(pid);
                return process.HasExited ? null : process.StartTime.ToUniversalTime().ToString("O");
            }

            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : fields[19];
        }
        catch (Exception gone) when (gone is IOException or ArgumentException or InvalidOperationException
            or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Signal(int signal)
    {
        if (IsAlive && !OperatingSystem.IsWindows()) _ = NativeKill(Pid, signal);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NativeKill(int pid, int signal);
}
