using System.Collections.Immutable;
using Federation.Governance.Chance;

namespace Federation.Governance.Counting;

/// <summary>What told tied alternatives apart: the chain's links, in order.</summary>
public enum TieLink : byte
{
    /// <summary>Instant runoff: the latest earlier round in which they differed.</summary>
    EarlierRound = 1,

    /// <summary>Among the tied themselves, who beats most of the others.</summary>
    HeadToHead = 2,

    /// <summary>The final of two: the higher score.</summary>
    Score = 3,

    /// <summary>The final of two: more ballots with the highest score.</summary>
    TopScores = 4,

    /// <summary>Nearest to what holds now.</summary>
    NearestToStatusQuo = 5,

    /// <summary>The keyed lot.</summary>
    Lot = 6,
}

/// <summary>What a tie was about.</summary>
public enum TiedFor : byte
{
    Winning = 1,
    Elimination = 2,
    Final = 3,
}

/// <summary>A tie and how it was settled.</summary>
/// <param name="Round">In which round of the count, from 1.</param>
/// <param name="Among">The tied, ascending.</param>
/// <param name="Chosen">Who wins, or who is eliminated.</param>
public sealed record Tie(int Round, TiedFor For, ImmutableArray<int> Among, TieLink By, int Chosen);

/// <summary>The last two links of the one chain for all rules: nearest to what holds, then the lot.</summary>
/// <param name="Lots">One number for each alternative; of the tied the highest wins.</param>
/// <param name="Distances">From each alternative to the status quo; empty where there is none.</param>
/// <remarks>Never the lowest number: that would favour whoever is listed first.</remarks>
public sealed record TieChain(ImmutableArray<ulong> Lots, ImmutableArray<double> Distances)
{
    /// <summary>Lots drawn for one count.</summary>
    /// <param name="matter">What is decided, as a key of draws.</param>
    public static TieChain Drawn(
        Dice dice, ulong circle, ulong matter, int alternatives, ImmutableArray<double> distances = default) =>
        new([.. Enumerable.Range(0, alternatives)
                .Select(one => dice.Words(circle, matter, 0, (uint)one, Purpose.Tie).A)],
            distances.IsDefault ? [] : distances);
}
