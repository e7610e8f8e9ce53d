using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Federation.EndToEnd.Tests.Deploying;

/// <summary>docker-compose.yml as an engine reads it: anchors merged, variables filled in.</summary>
internal sealed partial class ComposeFile
{
    private readonly Dictionary<string, object?> _root;

    private ComposeFile(Dictionary<string, object?> root) => _root = root;

    /// <summary>The checkout these tests were built from.</summary>
    public static string Checkout { get; } = FindCheckout();

    public static ComposeFile Read(IReadOnlyDictionary<string, string> variables)
    {
        var text = File.ReadAllText(Path.Combine(Checkout, "docker-compose.yml"));
        var filled = Variable().Replace(text, match => variables[match.Groups["name"].Value]);
        var parser = new MergingParser(new Parser(new StringReader(filled)));
        return new ComposeFile(new DeserializerBuilder().Build().Deserialize<Dictionary<string, object?>>(parser));
    }

    /// <summary>The file as it stands, variables and all.</summary>
    public static string Text => File.ReadAllText(Path.Combine(Checkout, "docker-compose.yml"));

    public IEnumerable<ComposeService> Services => Map(_root["services"])
        .Select(service => new ComposeService(service.Key, Map(service.Value)));

    public ComposeService this[string name] => Services.Single(service => service.Name == name);

    /// <summary>The words of the Dockerfile's ENTRYPOINT.</summary>
    public static string[] Entrypoint(string dockerfile)
    {
        var line = File.ReadLines(Path.Combine(Checkout, dockerfile))
            .Single(line => line.StartsWith("ENTRYPOINT", StringComparison.Ordinal));
        return [.. Word().Matches(line).Select(word => word.Groups["word"].Value)];
    }

    internal static Dictionary<string, object?> Map(object? node) =>
        ((IDictionary<object, object?>)node!).ToDictionary(pair => (string)pair.Key, pair => pair.Value);

    private static string FindCheckout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "docker-compose.yml"))) folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex(@"\$\{(?<name>\w+)(:\?[^}]*)?\}")]
    private static partial Regex Variable();

    [GeneratedRegex("\"(?<word>[^\"]*)\"")]
    private static partial Regex Word();
}

/// <summary>One service of it.</summary>
internal sealed class ComposeService(string name, Dictionary<string, object?> keys)
{
    public string Name => name;

    public string Image => Text("image");

    public IReadOnlyDictionary<string, string> Environment =>
        keys.GetValueOrDefault("environment") is { } environment
            ? ComposeFile.Map(environment).ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "")
            : new Dictionary<string, string>();

    public string Text(string key) => keys.GetValueOrDefault(key)?.ToString() ?? "";

    public IReadOnlyList<string> List(string key) =>
        keys.GetValueOrDefault(key) is List<object> list ? [.. list.Select(item => item.ToString()!)] : [];

    /// <summary>The Dockerfile it is built with; empty when its image is somebody else's.</summary>
    public string Dockerfile => keys.GetValueOrDefault("build") is { } build
        ? (string)ComposeFile.Map(build)["dockerfile"]!
        : "";

    /// <summary>The command that asks for its health.</summary>
    public IReadOnlyList<string> Healthcheck =>
        [.. ((List<object>)ComposeFile.Map(keys["healthcheck"])["test"]!).Select(word => word.ToString()!)];

    /// <summary>Of what it mounts, the files of this checkout.</summary>
    public IEnumerable<string> Files => List("volumes")
        .Where(volume => volume.StartsWith("./", StringComparison.Ordinal)).Select(volume => volume.Split(':')[0][2..]);
}
