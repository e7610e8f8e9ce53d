using Federation.Governance.Counting;
using Federation.Governance.Logbooks;

namespace Federation.Society.Runs;

/// <summary>What logbooks say where another rule than consent decided, in people's words.</summary>
internal static class RuleWords
{
    public static string? Kind(EntryKind kind) => kind switch
    {
        EntryKind.BallotHeld => "asked for a ballot",
        EntryKind.CircleRuled => "decided by the rule, for the level above",
        EntryKind.RuledOtherwise => "own way decided by the rule",
        EntryKind.RuledFor => "decided by the rule",
        EntryKind.RuledAgainst => "status quo kept by the rule",
        EntryKind.TurnoutTooLow => "too few took part",
        EntryKind.BallotTie => "tie settled",
        EntryKind.PersonDrawn => "decided or set the agenda alone",
        EntryKind.BallotsHeld => "ballots were entrusted",
        EntryKind.GroupAsked => "decided by a group for all",
        _ => null,
    };

    public static string? Argument(Entry entry) => entry.Kind switch
    {
        EntryKind.BallotHeld or EntryKind.CircleRuled => $"{entry.Round} took part",
        EntryKind.RuledFor or EntryKind.RuledAgainst when entry.Round + entry.Argument.Asked > 0 =>
            $"{entry.Round} for it, {entry.Argument.Asked:0} against",
        EntryKind.BallotsHeld => $"one person held {entry.Round}, {entry.Argument.Asked:0} were lost in rings",
        EntryKind.GroupAsked => $"{entry.Round} people",
        EntryKind.BallotTie => (TieLink)(int)entry.Argument.Asked switch
        {
            TieLink.EarlierRound => $"{entry.Round} as one, by an earlier round",
            TieLink.HeadToHead => $"{entry.Round} as one, head to head",
            TieLink.Score => $"{entry.Round} as one, by the score",
            TieLink.TopScores => $"{entry.Round} as one, by the highest scores",
            TieLink.NearestToStatusQuo => $"{entry.Round} as one, nearest to the status quo",
            _ => $"{entry.Round} as one, by lot",
        },
        _ => null,
    };
}
