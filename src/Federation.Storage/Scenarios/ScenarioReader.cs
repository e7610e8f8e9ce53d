using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>Scenario files to scenarios.</summary>
public static class ScenarioReader
{
    /// <summary>Reads a file; <paramref name="settings"/> are overrides such as
    /// "process.shaping=0.3".</summary>
    /// <exception cref="ScenarioException">Everything that is wrong with it, each with its
    /// line.</exception>
    public static Scenario Read(string path, IEnumerable<string>? settings = null) =>
        Parse(ScenarioText.Read(path), path, settings);

    /// <summary>Reads text as if it stood in a file of that name.</summary>
    /// <exception cref="ScenarioException">Everything that is wrong with it, each with its
    /// line.</exception>
    public static Scenario Parse(string text, string file, IEnumerable<string>? settings = null)
    {
        if (text.Length > ScenarioText.BytesMax)
            throw Problems.Fatal(
                file, 0, 0, "The text is larger than 1 MB", "Describe, do not list");
        var root = Overrides.Apply(YamlTree.Parse(text, file), settings ?? []);
        var problems = new Problems(file);
        var values = ScenarioValues.Read(root, problems);
        var scenario = ScenarioBinder.Bind(values, problems);
        problems.ThrowIfAny();
        return scenario ?? throw problems.Exception();
    }
}
