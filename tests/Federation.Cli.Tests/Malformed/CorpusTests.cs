using System.Text;
using System.Text.RegularExpressions;
using Federation.Cli.Terminals;

namespace Federation.Cli.Tests.Malformed;

/// <summary>Malformed files and what the program says to each, word for word: expected.txt.</summary>
/// <remarks>UPDATE_GENERATED=1 writes what it says now; read the difference like code.</remarks>
public sealed partial class CorpusTests
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(10);

    /// <summary>The program as it ships, but that it runs nothing.</summary>
    private static readonly Composition Reading = Composition.OfProgram() with { Run = Invocation.Failing.Run };

    [Fact]
    public async Task Every_malformed_file_is_refused_with_its_place_reason_and_remedy()
    {
        var (folder, said, wrong, count) = (Folder(), new StringBuilder(), new List<string>(), 0);
        foreach (var (path, words) in Commands(folder))
        {
            var invocation = await Invocation.With(Reading, words).WaitAsync(Within);

            if (Amiss(invocation) is { } amiss) wrong.Add($"{path}: {amiss}: {invocation.Error}");
            var name = Path.GetFileName(path);
            said.Append("== ").Append(name).Append('\n')
                .Append(Lists().Replace(
                    invocation.Error.Replace(path, name, StringComparison.Ordinal)
                        .Replace($"{Environment.CurrentDirectory}/", "", StringComparison.Ordinal)
                        .ReplaceLineEndings("\n"), "$1 ..."));
            count++;
        }

        var expected = Path.Combine(folder, "expected.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GENERATED") == "1") await File.WriteAllTextAsync(expected, said.ToString());
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(count >= 150, $"only {count} files");
        Assert.Equal(await File.ReadAllTextAsync(expected), said.ToString());
    }

    private static string? Amiss(Invocation invocation)
    {
        var lines = invocation.Error.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (invocation.Code is not (ExitCode.Usage or ExitCode.NotVerifiable)) return $"it ended with {invocation.Code}";
        if (!IsPlain(invocation.Error)) return "control characters reach the terminal";
        if (invocation.Error.Contains("fault of the program", StringComparison.Ordinal)) return "a fault of the program";
        return lines is [var error, [' ', ' ', ..], ..] && error.StartsWith("error: ", StringComparison.Ordinal)
            ? null : "it has no reason with a remedy below it";
    }

    /// <summary>What somebody does with each: a scenario is checked, a proof verified, ballots are counted, a run is
    /// shown; and words of a command are given as they stand.</summary>
    private static IEnumerable<(string Path, string[] Words)> Commands(string folder)
    {
        return Named("ballots").Select(file => (file, (string[])["elect", file]))
            .Concat(Named("commands").Select(file => (file, File.ReadAllText(file).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))))
            .Concat(Named("proofs").Select(file => (file, (string[])["verify", file])))
            .Concat(Directory.EnumerateDirectories(Path.Combine(folder, "folders")).Order(StringComparer.Ordinal)
                .Select(run => (run, (string[])["verify", run])))
            .Concat(Named("scenarios").Select(file => (file, (string[])["scenario", "check", file])));

        IEnumerable<string> Named(string kind) =>
            Directory.EnumerateFiles(Path.Combine(folder, kind)).Order(StringComparer.Ordinal);
    }

    /// <summary>Which keys there are is no concern of this corpus.</summary>
    [GeneratedRegex("(Possible here:|'key: value' lines:|is not one of|Write one of) .*")]
    private static partial Regex Lists();

    private static bool IsPlain(string text) => text.All(letter =>
        letter is '\n' or '\r' || (!char.IsControl(letter) && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.Format));

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Federation.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "tests", "Federation.Cli.Tests", "Malformed");
    }
}
