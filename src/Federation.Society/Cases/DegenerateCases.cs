using System.Collections.Immutable;

namespace Federation.Society.Cases;

/// <summary>The catalogue of degenerate cases, and looking for all of them at once.</summary>
public static class DegenerateCases
{
    /// <summary>Findings of one case kept of one run; a large federation can have one in every circle.</summary>
    public const int FindingsMost = 100;

    /// <summary>By number.</summary>
    public static ImmutableArray<DegenerateCase> All { get; } =
    [
        RootStalemate.Case, SerialObjector.Case, BlockedAndLeft.Case, RuledInvalid.Case, Unreached.Case,
        BrokenLinks.NoDelegate, BrokenLinks.OnePerson, LinkLoad.ManyLinks, LinkLoad.LargeParent, OrphanCircle.Case,
        ClaimsAndGaps.Claim, ClaimsAndGaps.Gap, ContradictoryPolicies.Case, PingPong.Case, LateMessage.Case,
        UnreviewedPolicy.Case, Quorumless.Case, SilentConsents.Case, Cascade.Case, DriftingDelegate.Case,
        HomogeneousTop.Case, Livelock.Case, VanishingTerm.Case, Unwilling.Case, LastingMandate.Case,
        Partition.Case, RemovedLink.Case, LostAgreement.Case,
        TrivialMatter.Case, Collusion.Case,
    ];

    /// <summary>What is found, by case; of one case the broadest circle first, then the earliest day.</summary>
    public static ImmutableArray<Finding> In(FinishedRun run) => [.. All.SelectMany(one => one.Find(run)
        .OrderBy(found => found.Circle.Path.Count(letter => letter == '/'))
        .ThenBy(found => found.Day).ThenBy(found => found.Circle).ThenBy(found => found.Decision)
        .Take(FindingsMost))];
}
