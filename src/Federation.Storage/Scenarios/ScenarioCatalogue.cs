using System.Collections.Immutable;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>The scenarios that come with the program, and loading by name or by file.</summary>
public static class ScenarioCatalogue
{
    private const string Prefix = "shipped/";

    /// <summary>The shipped scenarios' names in alphabetical order.</summary>
    public static ImmutableArray<string> Names { get; } =
        [.. typeof(ScenarioCatalogue).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^".yaml".Length])
            .Order(StringComparer.Ordinal)];

    /// <summary>Name and description of every shipped scenario.</summary>
    public static ImmutableArray<ShippedScenario> List() =>
        [.. Names.Select(name => new ShippedScenario(name, Load(name).About))];

    /// <summary>A shipped scenario by name, or a file by path.</summary>
    /// <remarks>A name with a separator or ending in .yaml or .yml is a path.</remarks>
    /// <exception cref="ScenarioException">No such scenario, or something is wrong with
    /// it.</exception>
    public static Scenario Load(string nameOrPath, IEnumerable<string>? settings = null)
    {
        if (Names.Contains(nameOrPath)) return ScenarioReader.Parse(
            Text(nameOrPath), nameOrPath, settings);
        if (LooksLikePath(nameOrPath) || File.Exists(nameOrPath)) return ScenarioReader.Read(
            nameOrPath, settings);
        throw Problems.Fatal(
            nameOrPath, 0, 0, "There is no shipped scenario of this name and no such file",
            Nearest.Suggest(nameOrPath, Names, "Shipped are: " + string.Join(", ", Names)));
    }

    /// <summary>A shipped scenario's YAML as written, for a reader to copy and change.</summary>
    /// <exception cref="ScenarioException">No shipped scenario has this name.</exception>
    public static string Text(string name)
    {
        using var resource = typeof(ScenarioCatalogue).Assembly.GetManifestResourceStream(
            $"{Prefix}{name}.yaml")
            ?? throw Problems.Fatal(name, 0, 0, "There is no shipped scenario of this name",
                Nearest.Suggest(name, Names, "Shipped are: " + string.Join(", ", Names)));
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }

    private static bool LooksLikePath(string text) =>
        text.Contains('/') || text.Contains('\\') || Directory.Exists(text)
        || text.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || text.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A scenario that comes with the program.</summary>
public sealed record ShippedScenario(string Name, string About);
