using System.Text.RegularExpressions;
using System.Xml.Linq;
using Federation.Contracts.Hosting;

namespace Federation.EndToEnd.Tests.Deploying;

/// <summary>No engine builds deploy/Dockerfile here: what it names is held against what there is.</summary>
public sealed partial class DockerfileTests
{
    private const string Project = "src/Federation.Cli";

    private static readonly string Text = File.ReadAllText(Path.Combine(ComposeFile.Checkout, "deploy", "Dockerfile"))
        .Replace("\\\n", " ", StringComparison.Ordinal);

    [Fact]
    public void What_is_restored_locked_is_what_is_published_ahead_of_time()
    {
        var (restore, publish) = (Command("restore"), Command("publish"));

        Assert.StartsWith($"{Project} --locked-mode", restore, StringComparison.Ordinal);
        Assert.StartsWith($"{Project} --no-restore --configuration Release", publish, StringComparison.Ordinal);
        Assert.All([restore, publish], command =>
            Assert.Contains("-p:PublishReadyToRun=true -p:Dashboard=\"$dashboard\"", command, StringComparison.Ordinal));
        foreach (var runtime in Runtime().Matches(Text).Select(match => match.Value).Distinct())
            foreach (var project in (string[])[Project, "src/Federation.Silo"])
            {
                Assert.Contains(runtime, Property(project, "RuntimeIdentifiers").Split(';'));
                Assert.Contains($"\"net10.0/{runtime}\"", Read(project, "packages.lock.json"), StringComparison.Ordinal);
            }
    }

    [Fact]
    public void What_it_starts_is_what_publishing_puts_there()
    {
        var (folder, program) = (Line("COPY --from=build /app").Split(' ')[^1], ComposeFile.Entrypoint("deploy/Dockerfile"));

        Assert.Equal(["dotnet", $"{folder}/silo/{Property("src/Federation.Silo", "AssemblyName")}.dll"], program);
        Assert.Contains("silo/\"", Read(Project, "Federation.Cli.csproj"), StringComparison.Ordinal);
        Assert.Contains(
            $"{folder}/{Property(Project, "AssemblyName")}.dll", ComposeFile.Text, StringComparison.Ordinal);
        var usual = new LaunchOptions();
        Assert.Equal($"EXPOSE {usual.SiloPort} {usual.GatewayPort}", Line("EXPOSE"));
    }

    [Fact]
    public void It_runs_as_nobody_in_particular_without_a_shell()
    {
        Assert.Matches(@"^FROM mcr.microsoft.com/dotnet/\$\{RUNTIME\}:10.0-.*chiseled$", Line("FROM mcr.microsoft.com/dotnet/$"));
        Assert.Equal("ARG RUNTIME=runtime", Line("ARG RUNTIME="));
        Assert.Equal("net10.0", Build("TargetFramework"));
        Assert.Equal("true", Build("InvariantGlobalization"));
        Assert.Equal("USER 1654", Line("USER"));
        foreach (var label in (string[])["title", "description", "licenses", "version"])
            Assert.Contains($"org.opencontainers.image.{label}=", Text, StringComparison.Ordinal);
        Assert.Contains($"image.version=\"{Build("Version")}\"", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_the_build_reads_gets_past_dockerignore()
    {
        var let = File.ReadAllLines(Path.Combine(ComposeFile.Checkout, ".dockerignore"))
            .Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();
        foreach (var file in (string[])["Directory.Build.props", "Directory.Packages.props", ".editorconfig", "global.json"])
            Assert.Contains(file, let);
        Assert.All(let, path => Assert.True(
            Path.Exists(Path.Combine(ComposeFile.Checkout, path)), $".dockerignore lets {path} in, which is not there"));
        foreach (var outside in Directory.GetFiles(Path.Combine(ComposeFile.Checkout, "src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(file => Outside().Matches(File.ReadAllText(file)).Select(match => match.Groups["path"].Value)))
            Assert.Contains(let, path => outside == path || outside.StartsWith($"{path}/", StringComparison.Ordinal));
    }

    private static string Command(string verb) =>
        Regex.Replace(Regex.Match(Text, $@"dotnet {verb} ([^&\n]*)").Groups[1].Value, @"\s+", " ");

    private static string Line(string begin) =>
        Assert.Single(Text.Split('\n'), line => line.StartsWith(begin, StringComparison.Ordinal)).Trim();

    private static string Read(string project, string file) =>
        File.ReadAllText(Path.Combine(ComposeFile.Checkout, project, file));

    private static string Property(string project, string name) =>
        Value(Path.Combine(project, $"{Path.GetFileName(project)}.csproj"), name);

    private static string Build(string name) => Value("Directory.Build.props", name);

    private static string Value(string file, string name) =>
        XDocument.Load(Path.Combine(ComposeFile.Checkout, file)).Descendants(name).First().Value;

    [GeneratedRegex(@"linux-\w+")]
    private static partial Regex Runtime();

    /// <summary>Of a project two folders down, what it takes from the checkout outside of src.</summary>
    [GeneratedRegex(@"""\.\./\.\./(?!src/)(?<path>[^""*]*[^""*/])")]
    private static partial Regex Outside();
}
