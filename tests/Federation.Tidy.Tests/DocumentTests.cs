using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Federation.Cli;
using Federation.Cli.Terminals;
using Federation.Governance.Circles;

namespace Federation.Tidy.Tests;

/// <summary>What is written about the program is true of the program.</summary>
public sealed partial class DocumentTests
{
    private const string Launch = "dotnet run --project src/Federation.Cli -c Release --";
    private const int FirstScreenLines = 40;

    private static IEnumerable<string> Documents =>
        Repository.Under("docs/", ".md").Prepend("README.md");

    [Fact]
    public void The_glossary_has_every_public_word_of_the_core()
    {
        var glossary = Repository.Read("docs/GLOSSARY.md");

        Repository.MustBeEmpty(
            "Say what these mean in docs/GLOSSARY.md, as `Name`:",
            typeof(CircleId).Assembly.GetExportedTypes()
                .Where(type => type is { IsSpecialName: false } && !type.Name.Contains('<', StringComparison.Ordinal))
                .Select(type => type.IsNested ? $"{type.DeclaringType!.Name}.{type.Name}" : type.Name)
                .Select(name => name.Split('`')[0])
                .Where(name => !glossary.Contains($"`{name}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_link_leads_somewhere() => Repository.MustBeEmpty(
        "These links lead nowhere:",
        from path in Documents
        from Match link in Link().Matches(WithoutBlocks(Repository.Read(path)))
        let target = link.Groups["target"].Value
        where !target.Contains("://", StringComparison.Ordinal) && !Leads(path, target)
        select $"{path}: {target}");

    [Fact]
    public void Every_document_a_comment_names_is_there() => Repository.MustBeEmpty(
        "Comments name these documents:",
        from path in Repository.Code
        where !path.StartsWith("tests/Federation.Tidy.Tests/", StringComparison.Ordinal)
        from Match named in Named().Matches(Repository.Read(path))
        where !File.Exists(Repository.At(named.Value))
        select $"{path}: {named.Value}");

    [Fact]
    public void Every_command_shown_is_one_the_console_takes()
    {
        var root = FederationCommand.Create(
            new Reporting(new Terminal(TextWriter.Null, TextWriter.Null, false, false, true, 80)),
            Composition.OfProgram());
        var shown = Documents.SelectMany(path => Commands(path).Select(line => (Path: path, Line: line))).ToArray();

        Assert.NotEmpty(shown);
        Repository.MustBeEmpty(
            "The console does not take these:",
            from command in shown
            let errors = root.Parse(CommandLineParser.SplitCommandLine(command.Line).ToArray()).Errors
            where errors.Count > 0
            select $"{command.Path}: federation {command.Line}: {errors[0].Message}");
    }

    [Fact]
    public void The_readme_fits_its_first_screen_and_shows_the_test_command_the_gate_runs()
    {
        var readme = Repository.Lines("README.md");
        var first = Array.FindIndex(readme, 1, line => line.StartsWith("## ", StringComparison.Ordinal));
        const string tests = "dotnet test Federation.sln -c Release";

        Assert.InRange(first, 1, FirstScreenLines);
        Assert.Contains(readme[..first], line => line.Trim() == tests);
        Assert.Contains(tests, Repository.Read(".ci/run"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_document_has_one_title() => Repository.MustBeEmpty(
        "One '# Title' on the first line, and no other:",
        Documents.Where(path =>
        {
            var lines = WithoutBlocks(Repository.Read(path)).Split('\n');
            return !lines[0].StartsWith("# ", StringComparison.Ordinal)
                || lines.Count(line => line.StartsWith("# ", StringComparison.Ordinal)) != 1;
        }));

    private static bool Leads(string path, string target)
    {
        var (file, anchor) = target.Split('#', 2) is [var before, var after] ? (before, after) : (target, "");
        var folder = path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";
        var full = file.Length == 0
            ? Repository.At(path)
            : Path.GetFullPath(Path.Combine(Repository.Root, folder, file));
        return Path.Exists(full)
            && (anchor.Length == 0
                || File.ReadAllLines(full).Any(line => line.StartsWith('#') && Anchor(line) == anchor));
    }

    /// <summary>The anchor GitHub gives a heading.</summary>
    private static string Anchor(string heading) => NotInAnchors()
        .Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    /// <summary>Arguments of every command line for the console in a document's shell blocks.</summary>
    private static IEnumerable<string> Commands(string path)
    {
        var inside = false;
        foreach (var line in Repository.Lines(path).Select(line => line.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) inside = !inside && line is "```" or "```sh";
            else if (inside && Command().Match(line) is { Success: true } command)
                yield return command.Groups["arguments"].Value.Trim();
        }
    }

    private static string WithoutBlocks(string text) => Block().Replace(text, "");

    [GeneratedRegex(@"^```[\s\S]*?^```", RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\bdocs/[\w./-]+\.(md|json)\b")]
    private static partial Regex Named();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex(@"^(?:\w+=\S+ )*(?:" + Launch + @"|federation)(?<arguments>(?: [^#|>]*)?)")]
    private static partial Regex Command();
}
