using System.Collections.Immutable;

namespace Federation.Governance.Counting;

/// <summary>How ballots become one alternative.</summary>
public interface ICountingRule
{
    /// <summary>As the console names it: <c>schulze-margins</c>.</summary>
    string Name { get; }

    /// <summary>What a tally of its rounds counts: "first choices".</summary>
    string Counts { get; }

    Count Count(Poll poll);
}

/// <summary>What a rule made of the ballots.</summary>
/// <param name="Winner">Null only where the rule may choose nobody: <c>condorcet</c> in a cycle.</param>
/// <param name="Rounds">At least one.</param>
/// <param name="Ties">Those that were settled on the way, in order.</param>
public sealed record Count(int? Winner, ImmutableArray<CountingRound> Rounds, ImmutableArray<Tie> Ties);

/// <summary>Where the alternatives stood once.</summary>
/// <param name="Standings">Those still in, ascending by number.</param>
/// <param name="Eliminated">Who was left out afterwards; null in a last round.</param>
/// <param name="Exhausted">The weight of ballots that rank none of them any more.</param>
public sealed record CountingRound(ImmutableArray<Standing> Standings, int? Eliminated = null, long Exhausted = 0);

/// <summary>One alternative in one round.</summary>
/// <param name="Last">Coombs: on how many ballots it is last.</param>
public readonly record struct Standing(int Alternative, Tally Tally, Tally? Last = null);
