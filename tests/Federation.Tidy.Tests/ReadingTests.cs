using System.Text.RegularExpressions;

namespace Federation.Tidy.Tests;

/// <summary>Files are opened to be read in one way, which knows pipes, devices and limits.</summary>
public sealed partial class ReadingTests
{
    private const string OneWay = "src/Federation.Storage/Inputs/";

    /// <summary>What no input is: a process's own files, written and read again by it or by silos it started.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["src/Federation.Contracts/Hosting/SiloReport.cs"] = "a silo's own report; Contracts sees no Storage",
        ["src/Federation.Contracts/Hosting/LaunchOptions.cs"] = "a silo's own options; Contracts sees no Storage",
        ["src/Federation.Contracts/Hosting/AnswerTally.cs"] = "counters that are mapped, of fixed size",
        ["src/Federation.Storage/Tracing/LineReader.cs"] = "spans of our own silos, of which torn lines are kept",
        ["src/Federation.Cli/Clusters/SiloFiles.cs"] = "a log of our own silo, while it writes",
        ["src/Federation.Cli/Clusters/ProcessIdentity.cs"] = "the system's files in /proc, which tell no size",
        ["src/Federation.Cli/Clusters/Wires.cs"] = "the system's files in /proc, which tell no size",
        ["src/Federation.Cli/Benches/Machine.cs"] = "the system's files in /proc, which tell no size",
    };

    [Fact]
    public void Whoever_reads_a_file_opens_it_as_an_input() => Repository.MustBeEmpty(
        "Read it by InputFile, or say above why it is none:",
        Reading().Where(path => !path.StartsWith(OneWay, StringComparison.Ordinal) && !Others.ContainsKey(path)));

    [Fact]
    public void No_exception_is_left_that_is_none() =>
        Repository.MustBeEmpty("These read no file:", Others.Keys.Except(Reading()));

    private static IEnumerable<string> Reading() => Repository.Files.Where(path =>
        path.StartsWith("src/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal)
        && Opening().IsMatch(Csharp.CodeOf(Repository.Read(path))));

    [GeneratedRegex(@"\bFile\.(Read|Open)\w*\(|\bFileMode\.Open\b|\bOpenRead\(|new StreamReader\((file|path|name)\w*[,)]")]
    private static partial Regex Opening();
}
