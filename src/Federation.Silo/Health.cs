using Federation.Contracts.Hosting;

namespace Federation.Silo;

/// <summary>How a container's runtime asks a silo beside it for its health: by the file it keeps fresh.</summary>
/// <remarks>
/// "ready": it is a member of the cluster and takes requests. "live": it still writes the file, and has
/// not been joining for longer than a table of dead members may take to clear. A silo that joins is live
/// and not ready; one that is stuck is neither.
/// </remarks>
internal static class Health
{
    private static readonly TimeSpan FreshWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan JoinsWithin = TimeSpan.FromMinutes(6);

    /// <summary>0 for yes; 1 for no, with the reason on standard error.</summary>
    /// <exception cref="FormatException">The question is neither "ready" nor "live", or there is no file
    /// to ask.</exception>
    public static int Answer(string question, LaunchOptions options, DateTimeOffset now)
    {
        if (question is not ("ready" or "live"))
            throw new FormatException($"--health {question}: ask for ready or live.");
        if (options.StatusFile.Length == 0)
            throw new FormatException("--health reads the silo's status file: set FEDERATION_STATUS_FILE for both.");
        if (Complaint(question == "ready", options, now) is not { } complaint) return 0;
        Console.Error.WriteLine(complaint);
        return 1;
    }

    private static string? Complaint(bool ready, LaunchOptions options, DateTimeOffset now)
    {
        if (SiloReport.ReadFrom(options.StatusFile) is not { } report) return "It has not said how it is yet.";
        var silent = now - File.GetLastWriteTimeUtc(options.StatusFile);
        if (silent > FreshWithin) return $"It has said nothing for {silent.TotalSeconds:0} s.";
        var isActive = report.Status == nameof(SiloStatus.Active);
        if (ready) return isActive ? null : $"Its status is {report.Status}.";
        var age = now - report.Since;
        return report.Status is nameof(SiloStatus.Created) or nameof(SiloStatus.Joining) && age > JoinsWithin
            ? $"It has been joining for {age.TotalMinutes:0} minutes."
            : null;
    }
}
