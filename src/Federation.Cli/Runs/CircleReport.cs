using System.Collections.Immutable;

namespace Federation.Cli.Runs;

/// <summary>One circle at the end of a run: the document of <c>show</c>.</summary>
/// <param name="Parent">Empty for the root.</param>
/// <param name="Children">Paths, in their fixed order.</param>
/// <param name="Domain">What it may decide on its own, a sentence part.</param>
public sealed record CircleReport(
    string Circle, string Level, string Parent, ImmutableArray<string> Children, string Aim,
    string Domain, ImmutableArray<MemberReport> Members,
        ImmutableArray<AgreementReport> Agreements);

/// <param name="Role">"leader", "delegate", "facilitator", "secretary", or empty.</param>
/// <param name="Links">The other circles the person holds a link in.</param>
public sealed record MemberReport(string Id, string Role, ImmutableArray<string> Links);

/// <param name="InForceUntil">The simulated day on which its term ends.</param>
/// <param name="Review">The simulated day of its review; 0 when none is due.</param>
public sealed record AgreementReport(int Decision, int Version, int InForceUntil, int Review);

/// <summary>What recomputing a run's logbooks and seals found: the document of
/// <c>verify</c>.</summary>
/// <param name="Unsealed">Entries after the last seal.</param>
/// <param name="FirstBreak">Null when everything agrees.</param>
public sealed record VerifyReport(
    long Circles, long Entries, long Unsealed, string Seal, BreakReport? FirstBreak)
{
    /// <summary>"store": every stored payload was recomputed; "replayed": nothing is stored, so the
    /// scenario was run again and the seals compared.</summary>
    public string How { get; init; } = "store";

    /// <summary>Whether the register's old answers, too, were held against the scenario run again.</summary>
    public bool AnswersCompared { get; init; } = true;

    /// <summary>Whether a seal was exported; false while the run has not ended, so that nothing outside the store
    /// vouches for what is in it.</summary>
    public bool Sealed { get; init; } = true;

    /// <summary>Whether the run's seal was held against one that somebody gave.</summary>
    public bool Compared { get; init; }
}

/// <summary>The first place where the record is not what was sealed.</summary>
/// <param name="Entry">The entry's index in the circle's logbook; -1 when it is no entry.</param>
public sealed record BreakReport(string Circle, long Entry, string Why);
