using System.Collections.Immutable;
using Federation.Governance.Federating;
using Federation.Society.People;
using Federation.Society.Runs;

namespace Federation.Storage.Verifying;

/// <summary>What is kept of a run outside its store, and so tells whether the store was changed.</summary>
/// <param name="World">Of the run's scenario: the plan, and the genesis all seals are bound to.</param>
/// <param name="Scenario">The scenario as resolved, in its canonical text.</param>
/// <param name="Seals">As exported, oldest first; empty when the run did not come so far.</param>
public sealed record Exported(World World, string Scenario, ImmutableArray<SealAtCycle> Seals)
{
    public string Root => World.Plan.Root.Path;

    /// <summary>The last exported seal of the root; null when there is none.</summary>
    public SealAtCycle? Last => Seals.LastOrDefault(seal => seal.Scope == Root);

    /// <summary>Whether an exported seal is the one the register knows.</summary>
    public static bool Same(SealAtCycle exported, CycleSeal known) =>
        exported.Cycle == known.Cycle && exported.Day == known.Day.Mid
        && exported.Scope == known.Scope.Path && exported.Seal == known.Seal.ToString();
}

/// <summary>What recomputing a run's record found.</summary>
/// <param name="Circles">Circles in which something happened.</param>
/// <param name="Entries">Entries of their logbooks.</param>
/// <param name="Unsealed">Entries after the last exported seal; no fault.</param>
/// <param name="Seal">The root's seal as found.</param>
/// <param name="FirstBreak">Null when all of it agrees.</param>
/// <param name="How">"store": every stored payload was recomputed; "replayed": nothing is stored, so
/// the scenario was run again.</param>
public sealed record Verified(
    long Circles, long Entries, long Unsealed, string Seal, Break? FirstBreak, string How)
{
    /// <summary>Whether the register's old answers, too, were held against the scenario run again.</summary>
    public bool AnswersCompared { get; init; } = true;
}

/// <summary>Where a record is not what was sealed.</summary>
/// <param name="Circle">The circle that was changed.</param>
/// <param name="Entry">The entry's index in its logbook, from 0; -1 when it is no entry.</param>
public sealed record Break(string Circle, long Entry, string Why);
