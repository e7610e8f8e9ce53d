using System.Diagnostics;

namespace Federation.EndToEnd.Tests.Runs;

/// <summary>A system that lets no file grow beyond two kilobytes.</summary>
[Collection("processes")]
public sealed class FileLimitTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("federation-limits-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("run", "cohousing", "--driver", "reference", "--out", "OUT")]
    [InlineData("compare", "cohousing", "--rules", "consent,decree", "--replications", "8", "--out", "OUT")]
    [InlineData("hunt", "cohousing", "--seeds", "1..2", "--out", "OUT")]
    [InlineData("scenario", "new", "OUT")]
    public async Task What_cannot_be_written_is_told_and_leaves_no_half_file(params string[] words)
    {
        string[] line = [.. words.Select(word => word == "OUT" ? Path.Combine(_folder.FullName, "out") : word)];
        var start = new ProcessStartInfo(
            "bash", ["-c", "ulimit -f 2; exec \"$@\"", "bash", "dotnet", Path.Combine(ConsoleRun.Folder, "federation.dll"), .. line])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // What the runtime keeps in files of its own is no concern of this test.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using var console = Process.Start(start)!;

        var failed = await ConsoleRun.End(console);

        Assert.True(failed.ExitCode == 1, $"{failed.ExitCode}: {failed.Errors}");
        Assert.Contains("error: ", failed.Errors);
        Assert.DoesNotContain("fault of the program", failed.Errors);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories), file => file.EndsWith(".part"));
    }
}
