using System.Diagnostics;
using System.Reflection;
using Federation.EndToEnd.Tests.Deploying;

namespace Federation.EndToEnd.Tests.Upgrading;

/// <summary>The silo's program built once more, as a later version, into a folder of its own.</summary>
internal sealed class NextBuild : IDisposable
{
    public const string Version = "0.2.0";

    private static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("federation-next-");

    /// <summary>The version of a silo's grains, by the folder of its program.</summary>
    public static string VersionIn(string folder) =>
        AssemblyName.GetAssemblyName(Path.Combine(folder, "Federation.Grains.dll")).Version!.ToString(3);

    /// <summary>The folder of the later program.</summary>
    public string Folder => Path.Combine(_folder.FullName, "bin", "Federation.Silo", "release");

    public static async Task<NextBuild> MakeAsync()
    {
        var next = new NextBuild();
        var start = new ProcessStartInfo("dotnet",
        [
            "build", Path.Combine(ComposeFile.Checkout, "src", "Federation.Silo", "Federation.Silo.csproj"),
            "-c", "Release", "--nologo", "-v", "q", $"-p:Version={Version}", $"-p:ArtifactsPath={next._folder.FullName}",
            "-p:RunAnalyzers=false", "--disable-build-servers",
        ])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = ComposeFile.Checkout,
        };
        using var build = Process.Start(start)!;
        using var late = new CancellationTokenSource(Within);
        var said = build.StandardOutput.ReadToEndAsync(late.Token);
        var errors = build.StandardError.ReadToEndAsync(late.Token);
        await build.WaitForExitAsync(late.Token);
        Assert.True(build.ExitCode == 0, $"{await said}\n{await errors}");
        return next;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
