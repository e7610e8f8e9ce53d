using System.Collections.Immutable;
using Federation.Society.Measures;
using Federation.Society.Scenarios;

namespace Federation.Cli.Studies;

/// <summary>One combination of settings of a study, under which people are the same as under any other.</summary>
/// <param name="Settings">The varied keys with their values, in the order they were given; the rule, where
/// rules are compared, is the first.</param>
/// <param name="Scenario">The scenario so set.</param>
internal sealed record Cell(ImmutableArray<KeyValuePair<string, string>> Settings, Scenario Scenario)
{
    /// <summary>"consent, process.latitude=0": what tables call it.</summary>
    public string Name => Settings.IsEmpty ? Scenario.Rule : string.Join(", ", Settings.Select(
        setting => setting.Key == "rule" ? setting.Value : $"{setting.Key}={setting.Value}"));

    /// <summary>Whether it differs from another cell in one setting and no more.</summary>
    public bool IsOneStepFrom(Cell other) =>
        Settings.Zip(other.Settings).Count(both => both.First.Value != both.Second.Value) == 1;

    /// <summary>The scenario of one draw: other people, needs and, where it can be, another plan.</summary>
    public Scenario Drawn(in Draw draw, bool redraws)
    {
        var scenario = Scenario with { Seed = draw.Seed, Replication = draw.Replication };
        return redraws ? Structures.Redrawn(scenario) : scenario;
    }
}

/// <summary>What everything is drawn from: all cells meet the same draws.</summary>
internal readonly record struct Draw(ulong Seed, int Replication);
