using System.Text;
using System.Text.RegularExpressions;
using Federation.Cli.Terminals;

namespace Federation.Cli.Tests.Malformed;

/// <summary>Malformed files and what the program says to each, word for word: expected.txt.</summary>
/// <remarks>UPDATE_GENERATED=1 writes what it says now; read the difference like code.</remarks>
public sealed partial class CorpusTests
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Every_malformed_file_is_refused_with_its_place_reason_and_remedy()
    {
        var (folder, said, count) = (Folder(), new StringBuilder(), 0);
        var files = Directory.EnumerateFiles(Path.Combine(folder, "scenarios"))
            .Concat(Directory.EnumerateFiles(Path.Combine(folder, "proofs")))
            .Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var words = file.EndsWith(".yaml", StringComparison.Ordinal)
                ? (string[])["scenario", "check", file] : ["verify", file];

            var invocation = await Invocation.Of(words).WaitAsync(Within);

            Assert.True(invocation.Code is ExitCode.Usage or ExitCode.NotVerifiable, $"{file}: {invocation.Code}, {invocation.Error}");
            Assert.DoesNotContain("fault of the program", invocation.Error, StringComparison.Ordinal);
            Assert.True(IsPlain(invocation.Error), $"{file}: control characters reach the terminal: {invocation.Error}");
            var name = Path.GetFileName(file);
            said.Append("== ").Append(name).Append('\n')
                .Append(Lists().Replace(
                    invocation.Error.Replace(file, name, StringComparison.Ordinal).ReplaceLineEndings("\n"), "$1 ..."));
            count++;
        }

        Assert.True(count >= 60, $"only {count} files");
        var expected = Path.Combine(folder, "expected.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GENERATED") == "1") await File.WriteAllTextAsync(expected, said.ToString());
        Assert.Equal(await File.ReadAllTextAsync(expected), said.ToString());
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
