using Federation.Governance.Federating;

namespace Federation.Testing.Simulating;

/// <summary>The machine and the promises its driver keeps: what a planted bug breaks, one at a time.</summary>
/// <remarks>Right as it is; every switch is a promise of protocol.md.</remarks>
public class Protocol
{
    /// <summary>What the machine says.</summary>
    /// <param name="attempt">How often this circle was asked so far; nothing right depends on it.</param>
    public virtual Step Take(Wave wave, Event happened, Surroundings here, int attempt) => wave.Take(happened, here);

    /// <summary>A write follows the version that was read, or it fails.</summary>
    public bool ChecksVersions { get; init; } = true;

    /// <summary>An activation whose write failed, or may have, ends.</summary>
    public bool EndsAfterFailedStore { get; init; } = true;

    /// <summary>A write that failed is no write.</summary>
    public bool HeedsFailedStore { get; init; } = true;

    /// <summary>Full pages are stored before the circle that counts them.</summary>
    public bool StoresPagesFirst { get; init; } = true;

    /// <summary>What the store confirmed outlives whoever wrote it.</summary>
    public bool ConfirmsAfterCommit { get; init; } = true;

    /// <summary>Before it asks a child or refuses, a circle reads whether its state is still the stored one.</summary>
    public bool ReadsBeforeItSpeaks { get; init; } = true;

    /// <summary>A refusal is passed on only by a circle that is up to date.</summary>
    public bool DoubtsRefusals { get; init; } = true;

    /// <summary>What was not answered is asked again.</summary>
    public bool AsksAgain { get; init; } = true;

    /// <summary>An answer is matched with the very call it answers.</summary>
    public bool MatchesCalls { get; init; } = true;

    /// <summary>The register stores an answer before it goes on from it.</summary>
    public bool RegisterStoresFirst { get; init; } = true;

    /// <summary>The register, woken again, goes on from what it stored.</summary>
    public bool RegisterReadsItsAnswers { get; init; } = true;
}
