using System.Xml.Linq;

namespace Federation.Tidy.Tests;

/// <summary>A project exists to forbid a reference: the arrows between projects, and where things lie.</summary>
public sealed class ProjectTests
{
    /// <summary>What each project of src may reference. A new arrow is a decision: see docs/adr.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Governance"] = [],
        ["Society"] = ["Governance"],
        ["Contracts"] = ["Governance"],
        ["Storage"] = ["Governance", "Society"],
        ["Grains"] = ["Governance", "Society", "Contracts", "Storage"],
        ["Telemetry"] = ["Governance", "Contracts", "Storage"],
        ["Silo"] = ["Governance", "Contracts", "Grains", "Storage", "Telemetry"],
        ["Study"] = ["Governance"],
        ["Check"] = ["Governance", "Society", "Storage"],
        ["Cli"] = ["Governance", "Society", "Contracts", "Storage", "Telemetry", "Check", "Study", "Silo"],
    };

    private static readonly string[] TopFolders = ["src", "tests", "deploy", "docs"];

    private static readonly string[] TopFiles =
    [
        "Federation.sln", "README.md", "docker-compose.yml", "LICENSE",
        "Directory.Build.props", "Directory.Packages.props", "global.json",
    ];

    private static IEnumerable<string> Projects => Repository.Files
        .Where(path => path.EndsWith(".csproj", StringComparison.Ordinal));

    [Fact]
    public void Every_arrow_between_projects_is_one_of_the_table() => Repository.MustBeEmpty(
        "These references are not in the table above:",
        from path in Projects
        where path.StartsWith("src/", StringComparison.Ordinal)
        from reference in References(path)
        where !Arrows.GetValueOrDefault(Short(path), []).Contains(Short(reference))
        select $"{Short(path)} -> {Short(reference)}");

    [Fact]
    public void Every_project_of_src_has_its_row_in_the_table() =>
        Assert.Equal(Arrows.Keys.Order(), Projects
            .Where(path => path.StartsWith("src/", StringComparison.Ordinal)).Select(Short).Order());

    [Fact]
    public void The_console_builds_the_silo_and_sees_nothing_of_it() => Assert.Equal(
        "false", Items("src/Federation.Cli/Federation.Cli.csproj", "ProjectReference")
            .Single(item => Include(item).EndsWith("Federation.Silo.csproj", StringComparison.Ordinal))
            .Attribute("ReferenceOutputAssembly")?.Value);

    [Fact]
    public void The_core_references_no_package_at_all() =>
        Assert.Empty(Items("src/Federation.Governance/Federation.Governance.csproj", "PackageReference")
            .Concat(Items("src/Federation.Society/Federation.Society.csproj", "PackageReference")));

    [Fact]
    public void Versions_stand_in_one_file() => Repository.MustBeEmpty(
        "Move the version to Directory.Packages.props:",
        from path in Projects
        from item in Items(path, "PackageReference")
        where item.Attribute("Version") is not null || item.Attribute("VersionOverride") is not null
        select $"{path}: {Include(item)}");

    [Fact]
    public void The_solution_lists_every_project()
    {
        var solution = Repository.Read("Federation.sln").Replace('\\', '/');

        Repository.MustBeEmpty(
            "dotnet sln Federation.sln add:",
            Projects.Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_project_has_its_lock_file() => Repository.MustBeEmpty(
        "dotnet restore, and commit packages.lock.json for:",
        Projects.Where(path => !Repository.Files.Contains($"{Folder(path)}/packages.lock.json")));

    [Fact]
    public void The_top_level_is_short() => Repository.MustBeEmpty(
        "These belong into src, tests, deploy or docs:",
        Repository.Files
            .Where(path => !path.StartsWith('.'))
            .Select(path => path.Split('/'))
            .Where(parts => parts.Length == 1 ? !TopFiles.Contains(parts[0]) : !TopFolders.Contains(parts[0]))
            .Select(parts => parts[0]).Distinct());

    private static IEnumerable<XElement> Items(string path, string name) =>
        XDocument.Load(Repository.At(path)).Descendants(name);

    private static string Include(XElement item) => item.Attribute("Include")?.Value ?? "";

    private static IEnumerable<string> References(string path) =>
        Items(path, "ProjectReference").Select(Include).Select(reference => reference.Replace('\\', '/'));

    private static string Folder(string path) => path[..path.LastIndexOf('/')];

    private static string Short(string path) =>
        Path.GetFileNameWithoutExtension(path)["Federation.".Length..];
}
