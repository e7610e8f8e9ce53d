using System.Collections.Immutable;
using Federation.Contracts.Hosting;
using Federation.Society.Scenarios;

namespace Federation.Cli.Runs;

/// <summary>One run somebody asked for.</summary>
/// <param name="Scenario">As resolved, with every override and the seed applied.</param>
/// <param name="Silos">How many silo processes to start; 0 with the reference driver or a running
/// cluster.</param>
/// <param name="Driver">"cluster" or "reference".</param>
/// <param name="Storage">"sqlite" or "postgres".</param>
/// <param name="Durability">"every": each answer is stored before it is given; "none": nothing
/// is.</param>
/// <param name="Kills">Silos to lose on the way, in the order given.</param>
/// <param name="Directory">Where everything is written; open and locked.</param>
/// <param name="Resume">Take up what an earlier, interrupted run left in the directory.</param>
/// <param name="ClusterAddress">A running cluster to use; null to start one for this run.</param>
/// <param name="Compare">Also run the same people under other rules, as the demo does.</param>
public sealed record RunRequest(
    Scenario Scenario,
    int Silos,
    string Driver,
    string Storage,
    string Durability,
    ImmutableArray<Kill> Kills,
    RunDirectory Directory,
    bool Resume,
    string? ClusterAddress,
    bool Compare)
{
    /// <summary>Whether what is stored must outlive a power cut, not only every process.</summary>
    public bool SurvivesPowerLoss { get; init; }

    /// <summary>The command that takes the run up when it was broken off; empty for none.</summary>
    public string Again { get; init; } = "";

    /// <summary>Where the first silo shows Orleans' dashboard; 0 for nowhere.</summary>
    public int DashboardPort { get; init; }

    /// <summary>How the silos commit what circles store.</summary>
    public Commits Commits { get; init; } = Commits.Grouped;
}

/// <summary>A silo to lose when a share of the circles has answered: "2@30%".</summary>
/// <param name="Silo">Its number, from 1.</param>
/// <param name="Share">0 to 1, both ends excluded.</param>
public readonly record struct Kill(int Silo, double Share)
{
    public override string ToString() => $"{Silo}@{Share * 100:0.##}%";
}

/// <summary>How far a run is.</summary>
/// <param name="Phase">What is happening, a phrase: "asking circles".</param>
/// <param name="Done">Circles through this phase.</param>
/// <param name="Total">Circles in it; 0 while unknown.</param>
/// <param name="SilosUp">Silos that answer; 0 without a cluster.</param>
public sealed record RunProgress(string Phase, long Done, long Total, int SilosUp, int Silos)
{
    /// <summary>What is counted.</summary>
    public string What { get; init; } = "answers";
}

/// <summary>A circle of a finished run to show.</summary>
/// <param name="Store">Where the reader says the run is stored; null to look in its folder.</param>
public sealed record ShowRequest(string Circle, RunDirectory Directory, string? Store = null);

/// <summary>A finished run to verify.</summary>
/// <param name="Deep">Run the scenario again to name a changed entry, however large it is.</param>
/// <param name="Seal">The root's seal as somebody published it; null when nobody holds one.</param>
/// <param name="Store">Where the reader says the run is stored; null to look in its folder.</param>
public sealed record VerifyRequest(
    RunDirectory Directory, bool Deep = false, string? Seal = null, string? Store = null);
