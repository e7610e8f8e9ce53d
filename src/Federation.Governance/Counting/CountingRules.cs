using System.Collections.Immutable;

namespace Federation.Governance.Counting;

/// <summary>Every way to count ballots there is.</summary>
public static class CountingRules
{
    public static ImmutableArray<ICountingRule> All { get; } =
    [
        new Plurality(), new TwoRound(), new InstantRunoff(), new Coombs(), new Borda(), new Condorcet(),
        new Minimax(), new Schulze(byMargins: true), new Schulze(byMargins: false), new Copeland(),
        new Approval(), new Score(), new Star(),
    ];

    /// <summary>By its name; null if there is none.</summary>
    public static ICountingRule? Find(string name) => All.FirstOrDefault(rule => rule.Name == name);
}
