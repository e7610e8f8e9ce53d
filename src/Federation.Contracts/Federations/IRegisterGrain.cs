using Orleans.CodeGeneration;
using Orleans.Concurrency;

namespace Federation.Contracts.Federations;

/// <summary>The register of one run on the cluster. Its key is the run's.</summary>
[Alias("federation.register"), Version(1)]
public interface IRegisterGrain : IGrainWithStringKey
{
    /// <summary>Begins the run, or goes on with it. Returns at once; the run is observed by polling.</summary>
    /// <param name="scenario">The resolved scenario in its canonical text.</param>
    [Alias("start")]
    Task Start(string scenario);

    /// <summary>Where the run stands. Also wakes a register whose silo died.</summary>
    [Alias("poll"), AlwaysInterleave]
    Task<RunStanding> Poll();

    /// <summary>The resolved scenario, for silos that host its circles; null when the register knows of
    /// no run.</summary>
    [Alias("scenario"), AlwaysInterleave]
    Task<string?> Scenario();

    /// <summary>Every answer the register was given, in order, in canonical encoding: the whole run.</summary>
    [Alias("answers"), AlwaysInterleave]
    Task<byte[][]> Answers();
}

/// <summary>How far a run is.</summary>
/// <param name="Known">False when the register knows of no run: it was never begun, or it was lost.</param>
/// <param name="Answers">Answers the register was given so far.</param>
/// <param name="Cycle">The cycle under way.</param>
/// <param name="Stage">What is being asked: "found", "lead", "convene", "spread", "reseal"; empty when done.</param>
/// <param name="Circle">The circle being asked.</param>
/// <param name="Done">Whether everything is settled.</param>
/// <param name="Failure">Why the run cannot go on; empty while it can.</param>
/// <param name="Forgotten">Whether it cannot because a circle's state was lost with its silo.</param>
/// <param name="StoreFull">Whether it cannot because the store has no room; begun again, it goes on.</param>
[GenerateSerializer, Immutable, Alias("federation.run-standing")]
public sealed record RunStanding(
    [property: Id(0)] bool Known,
    [property: Id(1)] int Answers,
    [property: Id(2)] int Cycle,
    [property: Id(3)] string Stage,
    [property: Id(4)] string Circle,
    [property: Id(5)] bool Done,
    [property: Id(6)] string Failure,
    [property: Id(7)] bool Forgotten,
    [property: Id(8)] bool StoreFull = false);
