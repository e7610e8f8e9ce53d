using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Society.People;
using Federation.Society.Runs;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Changes;

/// <summary>The town with some settings, run to its end.</summary>
internal sealed class StrainedTown
{
    public StrainedTown(params string[] settings)
    {
        World = Worlds.Open(Read(settings));
        Reference = new Reference(World);
        Outcome = Outcomes.Of(World, Reference.Run());
    }

    public World World { get; }

    /// <summary>What became of it beside the same town without strain.</summary>
    public StrainOutcome Strain => Strained.Of(World, Outcome, Worlds.Open)!;

    public Reference Reference { get; }
    public RunOutcome Outcome { get; }
    public IReadOnlyList<DecisionOutcome> Decisions => Outcome.Decisions;
    public DecisionOutcome this[int decision] => Outcome.Decisions[decision];

    public IEnumerable<Entry> All => Reference.Circles.Values.SelectMany(Reference.Entries);

    public IEnumerable<Entry> Entries(string circle) =>
        Reference.Entries(Reference.Circles[new CircleId(circle)]);

    public static Society.Scenarios.Scenario Read(params string[] settings) => ScenarioReader.Parse(
        File.ReadAllText(Path.Combine(Tests.Scenarios.Repository.Root, "tests/Federation.Society.Tests/Changes/strain.yaml")),
        "strain.yaml", settings);
}
