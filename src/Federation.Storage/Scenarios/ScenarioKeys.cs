using System.Collections.Immutable;

namespace Federation.Storage.Scenarios;

/// <summary>Every key a scenario file may have: the one table behind reading, schema and
/// guide.</summary>
public static class ScenarioKeys
{
    /// <summary>In the order the guide shows them.</summary>
    public static ImmutableArray<ScenarioKey> All { get; } =
    [
        .. MatterKeys.Head, .. FederationKeys.All, .. MatterKeys.Space,
        .. PeopleKeys.All, .. MatterKeys.Agenda, .. DomainKeys.Agenda, .. DomainKeys.All,
        .. ProcessKeys.All, .. RuleKeys.All, .. DomainKeys.Reviews, .. ProcessKeys.Running,
        .. LifeKeys.All,
        .. AttackKeys.All, .. LinkKeys.All, .. BreakerKeys.All, .. AdoptionKeys.All,
    ];

    private static readonly ImmutableDictionary<string, ScenarioKey> ByPath =
        All.ToImmutableDictionary(key => key.Path, StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">The table has no such row: an error of the
    /// program.</exception>
    public static ScenarioKey At(string path) => ByPath[path];
}
