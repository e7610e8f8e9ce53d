using System.Diagnostics;

namespace Federation.Tidy.Tests;

/// <summary>The files of the repository, found from where this assembly was built.</summary>
internal static class Repository
{
    private static readonly string[] Skipped =
        [".git", ".vs", ".idea", "artifacts", "bin", "obj", "logs", "runs", ".federation", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <summary>Paths from the root with forward slashes, in ordinal order: what git tracks, or, where
    /// there is no git, what is there.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. (Tracked() ?? Walk(Root)).Where(path => File.Exists(At(path))).Order(StringComparer.Ordinal)];

    public static string At(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(At(path));

    public static string[] Lines(string path) => File.ReadAllLines(At(path));

    /// <summary>Files under a folder with one of these endings.</summary>
    public static IEnumerable<string> Under(string folder, params string[] endings) =>
        Files.Where(path => path.StartsWith(folder, StringComparison.Ordinal)
            && (endings.Length == 0 || endings.Any(end => path.EndsWith(end, StringComparison.Ordinal))));

    /// <summary>The C# people write: no generated files.</summary>
    public static IEnumerable<string> Code => Under("src/", ".cs").Concat(Under("tests/", ".cs"));

    /// <summary>Fails with one line per fault, so that one run of the tests shows them all.</summary>
    public static void MustBeEmpty(string rule, IEnumerable<string> faults)
    {
        var found = faults.ToArray();
        Assert.True(found.Length == 0, $"{rule}\n  {string.Join("\n  ", found)}");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Federation.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException(
            $"No folder above {AppContext.BaseDirectory} holds Federation.sln.");
    }

    private static string[]? Tracked()
    {
        var start = new ProcessStartInfo(
            "git", ["-c", "safe.directory=*", "-C", Root, "ls-files", "-z", "--cached"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var paths = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
            git.WaitForExit();
            return git.ExitCode == 0 && paths.Length > 0 ? paths : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            yield return Path.GetRelativePath(Root, file).Replace('\\', '/');
        foreach (var below in Directory.EnumerateDirectories(folder))
            if (!Skipped.Contains(Path.GetFileName(below)))
                foreach (var file in Walk(below)) yield return file;
    }
}
