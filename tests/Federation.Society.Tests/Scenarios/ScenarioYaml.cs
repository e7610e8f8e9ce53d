using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Scenarios;

/// <summary>A small valid scenario and ways to spoil it.</summary>
internal static class ScenarioYaml
{
    public const string Small =
        """
        name: small
        federation:
          kind: tree
          fanOuts: [2, 3]
          levels: [town, quarter, street]
        space:
          dimensions:
            - name: speed
              unit: km/h
              low: 20
              high: 60
            - name: quiet
              unit: h
              low: 0
              high: 8
        agenda:
          - title: Slower
            circle: town/c1/c1
            position: { speed: 30 }
        """;

    public static Society.Scenarios.Scenario Read(string yaml, params string[] settings) =>
        ScenarioReader.Parse(yaml, "small.yaml", settings);

    /// <summary>What the reader finds wrong.</summary>
    public static IReadOnlyList<ScenarioError> Errors(string yaml, params string[] settings) =>
        Assert.Throws<ScenarioException>(() => Read(yaml, settings)).Errors;

    public static ScenarioError OnlyError(string yaml, params string[] settings) =>
        Assert.Single(Errors(yaml, settings));

    public static ScenarioError ErrorAfter(string find, string put) =>
        OnlyError(Small.Replace(find, put, StringComparison.Ordinal));
}
