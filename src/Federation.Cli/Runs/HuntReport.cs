using System.Collections.Immutable;

namespace Federation.Cli.Runs;

/// <summary>What a hunt found: the document of <c>hunt</c>.</summary>
/// <remarks>The names are a contract: additions are possible, renames are not.</remarks>
public sealed record HuntReport
{
    public required string Scenario { get; init; }
    public required ulong FirstSeed { get; init; }
    public required ulong LastSeed { get; init; }

    /// <summary>Runs of the search, without those that shrank what was found.</summary>
    public int Runs { get; init; }

    /// <summary>Runs the search would have taken; more than <see cref="Runs"/> when it was cut short.</summary>
    public int Planned { get; init; }

    /// <summary>Settings under which a run broke off, with the reason: faults of the program.</summary>
    public ImmutableArray<string> Broken { get; init; } = [];

    public string Folder { get; init; } = "";
    public double WallSeconds { get; init; }
    public ImmutableArray<FindReport> Finds { get; init; } = [];
}

/// <summary>One degenerate case, in the smallest federation that still shows it.</summary>
/// <param name="Case">Its number in the catalogue.</param>
/// <param name="Circles">Circles of the shrunk federation.</param>
/// <param name="Decisions">Matters on its agenda.</param>
/// <param name="ScenarioFile">Runs as it stands: <c>federation run FILE --driver reference</c>.</param>
/// <param name="Under">The settings under which it was first seen.</param>
public sealed record FindReport(
    int Case, string Name, ulong Seed, long Circles, int Decisions, string ScenarioFile, string Cure,
    string Circle, string What, string Under, long CirclesBefore);
