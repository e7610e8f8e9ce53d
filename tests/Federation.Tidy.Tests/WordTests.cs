using System.Text.RegularExpressions;

namespace Federation.Tidy.Tests;

/// <summary>Words that may not be written, and names that may not be given.</summary>
public sealed partial class WordTests
{
    /// <summary>Where ballots are the subject: comparators count them, and Orleans has its own setting.</summary>
    private static readonly string[] Ballots =
    [
        "src/Federation.Silo/ClusterJoining.cs",
        "src/Federation.Society/Measures/",
        "src/Federation.Society/Rules/",
        "src/Federation.Storage/Balloting/",
    ];

    /// <summary>The one place that looks again and again: at other processes, which send no events.</summary>
    private const string Watching = "tests/Federation.Testing/Deadline.cs";

    private static readonly string[] Suffixes =
        ["Manager", "Helper", "Utils", "Util", "Service", "Handler", "Processor", "Dto", "Mapper", "Factory"];

    private static readonly string[] Bags =
        ["Interfaces", "Models", "Enums", "Extensions", "Events", "Helpers", "Utils", "Common", "Shared", "Misc"];

    [Fact]
    public void Work_left_over_is_an_issue_and_not_a_comment() => Repository.MustBeEmpty(
        "Do these, or open an issue and delete the line:",
        Found(Repository.Code.Where(path => !IsOurs(path)), LeftOver()));

    [Fact]
    public void Tests_wait_for_what_happens_and_never_for_time() => Repository.MustBeEmpty(
        "Wait for an event, a report or an answer instead:",
        Found(Repository.Under("tests/", ".cs").Where(path => !IsOurs(path) && path != Watching), Sleeping())
            .Where(line => !line.Contains("Timeout.Infinite", StringComparison.Ordinal)));

    [Fact]
    public void No_file_knows_the_machine_it_was_written_on() => Repository.MustBeEmpty(
        "Use a temporary folder, a setting or a relative path instead:",
        Found(Repository.Files.Where(path => IsText(path) && !IsOurs(path)), MachinePath()));

    [Fact]
    public void Consent_is_not_a_vote() => Repository.MustBeEmpty(
        "Say consent, ballot or tally; only comparators count votes:",
        from path in Repository.Under("src/", ".cs")
        where !Ballots.Any(allowed => path.StartsWith(allowed, StringComparison.Ordinal))
        from name in Csharp.Names(Repository.Read(path))
        where Vote().IsMatch(name)
        select $"{path}: {name}");

    [Fact]
    public void A_type_is_named_for_what_it_is() => Repository.MustBeEmpty(
        $"These names hide a missing noun ({string.Join(", ", Suffixes)}):",
        from path in Repository.Under("src/", ".cs")
        from type in Csharp.Types(Repository.Read(path))
        where Suffixes.Any(suffix => type.EndsWith(suffix, StringComparison.Ordinal))
        select $"{path}: {type}");

    [Fact]
    public void A_folder_gathers_words_of_one_subject_and_shares_no_name_with_a_type()
    {
        // A namespace with the name of a type in the same project hides the type.
        var types = Repository.Under("src/", ".cs")
            .SelectMany(path => Csharp.Types(Repository.Read(path)).Select(type => (path.Split('/')[1], type)))
            .ToHashSet();

        Repository.MustBeEmpty(
            "Name the folder in the plural or as a gerund, after its subject:",
            Repository.Under("src/", ".cs")
                .SelectMany(path => path.Split('/')[2..^1].Select(folder => (Project: path.Split('/')[1], folder)))
                .Distinct()
                .Where(one => types.Contains(one) || Bags.Contains(one.folder))
                .Select(one => $"{one.Project}/{one.folder}"));
    }

    /// <summary>These tests name what they forbid.</summary>
    private static bool IsOurs(string path) =>
        path.StartsWith("tests/Federation.Tidy.Tests/", StringComparison.Ordinal);

    private static bool IsText(string path) =>
        !path.Contains("/data/", StringComparison.Ordinal)
        && Path.GetExtension(path) is not (".png" or ".ico" or ".gz" or ".db");

    private static IEnumerable<string> Found(IEnumerable<string> paths, Regex forbidden) =>
        from path in paths
        from line in Repository.Lines(path).Select((text, number) => (Text: text, Number: number + 1))
        where forbidden.IsMatch(line.Text)
        select $"{path}:{line.Number}: {line.Text.Trim()}";

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex LeftOver();

    [GeneratedRegex(@"\b(Task\.Delay|Thread\.Sleep)\b")]
    private static partial Regex Sleeping();

    // The image's own folders in a container are not this machine's: see deploy/.
    [GeneratedRegex(@"(?<![\w.~/-])/(work|root|tmp|home|Users)/\w")]
    private static partial Regex MachinePath();

    [GeneratedRegex("Vote|^_?vote")]
    private static partial Regex Vote();
}
