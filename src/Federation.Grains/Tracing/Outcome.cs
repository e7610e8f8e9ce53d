using System.Collections.Immutable;
using Federation.Governance.Logbooks;

namespace Federation.Grains.Tracing;

/// <summary>What a meeting's entries say about it, in the words of spans.</summary>
internal static class Outcome
{
    public const string NotReached = "consent_not_reached";

    /// <summary>Under another rule than consent: put before those who decide by it.</summary>
    public const string Open = "put to the rule";

    /// <summary>Whether there was a meeting at all: being told and passing on need none.</summary>
    public static bool MetIn(ImmutableArray<Entry> entries) =>
        entries.Any(entry => entry.Kind is not (EntryKind.Told or EntryKind.Forwarded or EntryKind.Routed
            or EntryKind.ClaimFound or EntryKind.GapFound or EntryKind.MovedUp or EntryKind.TextTaken
            or EntryKind.PolicyContradicted or EntryKind.LimitsContradicted or EntryKind.ReviewRequested
            or EntryKind.NotCarriedUp or EntryKind.NotCarriedDown or EntryKind.RepresentativeSent
            or EntryKind.MeetingCalled or EntryKind.MandateUsed or EntryKind.Observed or EntryKind.Unreviewed
            or EntryKind.Ended or EntryKind.Expired or EntryKind.VarianceEnded
            or (>= EntryKind.DomainDelegated and <= EntryKind.DomainDissolved)
            or EntryKind.DomainRestored or EntryKind.Entrusted));

    /// <summary>Consent rounds held: after an integration everyone is asked once more.</summary>
    public static int RoundsIn(ImmutableArray<Entry> entries)
    {
        var objected = entries.Where(entry => entry.Kind == EntryKind.ObjectionRaised)
            .Select(entry => entry.Round).DefaultIfEmpty(0).Max();
        var moved = entries.Any(entry => IsIntegration(entry.Kind) && entry.Round == objected);
        return objected == 0 ? 1 : moved ? objected + 1 : objected;
    }

    public static bool IsIntegration(EntryKind kind) => kind is
        EntryKind.Integrated or EntryKind.TermShortened or EntryKind.ConcernMeasured or EntryKind.Split
        or EntryKind.StepTaken or EntryKind.Helped or EntryKind.Divided;

    /// <summary>An objection does not count: by the gate, or by the chair's word.</summary>
    public static bool IsDismissal(EntryKind kind) =>
        kind is (>= EntryKind.NotArgued and <= EntryKind.CanAdapt) or EntryKind.ObjectionRuledInvalid;

    public static bool IsAdoption(EntryKind kind) =>
        kind is EntryKind.Decided or EntryKind.Enacted or EntryKind.CarriedOut or EntryKind.Adapted;

    public static string? ReasonToRefer(EntryKind kind) => kind switch
    {
        EntryKind.Forwarded => "outside the domain",
        EntryKind.Referred => "consent not reached",
        EntryKind.ReviewRequested => "review requested",
        _ => null,
    };

    /// <summary>What became of a round's objections.</summary>
    public static string StateOf(Entry? integrated) => integrated?.Kind switch
    {
        EntryKind.Integrated => "integrated",
        EntryKind.TermShortened => "term shortened",
        EntryKind.ConcernMeasured => "measured",
        EntryKind.Split => "split",
        EntryKind.StepTaken => "smaller step",
        EntryKind.Helped => "helping circle",
        EntryKind.Divided => "divided",
        _ => "standing",
    };

    /// <summary>What the circle did with the matter; the last entry that says so counts.</summary>
    public static string Of(IEnumerable<Entry> entries)
    {
        var outcome = "still fits";
        foreach (var entry in entries)
        {
            outcome = entry.Kind switch
            {
                EntryKind.Decided or EntryKind.Enacted or EntryKind.MemberRemoved => "adopted",
                EntryKind.MemberKept => "kept",
                EntryKind.Parked => "parked",
                EntryKind.Referred => "referred",
                EntryKind.Forwarded => "forwarded",
                EntryKind.CarriedOut => "carried",
                EntryKind.Adapted => "adapted",
                EntryKind.Unresolved => "unresolved",
                EntryKind.Declined => "declined",
                EntryKind.Told => "told",
                EntryKind.Routed => "routed",
                _ => outcome,
            };
        }

        return outcome;
    }

    /// <summary>Whether the outcome is an error to whoever reads: no way was found that all can live with.</summary>
    public static bool IsError(string outcome) => outcome is "parked" or "unresolved";

    public static string IdOf(Entry entry, int number) =>
        $"{entry.Decision}.{entry.Version}.{entry.Round}.{number}";
}
