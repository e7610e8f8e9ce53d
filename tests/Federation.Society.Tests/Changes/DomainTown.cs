using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Society.Runs;
using Federation.Society.Tests.Scenarios;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;
using Federation.Testing.Simulating;

namespace Federation.Society.Tests.Changes;

/// <summary>A small town whose circles decide some questions by themselves, and words for its agenda.</summary>
internal static class DomainTown
{
    public const string Homes = "  - { title: Quieter homes, circle: town/homes/hill, affects: town/homes, day: 200, position: { speed: 30 } }\n";
    public const string Works = "  - { title: Faster works, circle: town/works/lamps, affects: town/works, day: 200, position: { speed: 46 } }\n";

    public static readonly string Town =
        File.ReadAllText(Path.Combine(Repository.Root, "tests/Federation.Society.Tests/Changes/domains.yaml"));

    public static (Reference Reference, Register Register, RunOutcome Outcome) Run(
        string agenda, string domains = "", params string[] settings)
    {
        var at = Town.IndexOf("agenda:\n", StringComparison.Ordinal) + "agenda:\n".Length;
        var end = Town.IndexOf("people:", StringComparison.Ordinal);
        var text = Town[..at] + agenda + (domains.Length > 0 ? $"domains:\n{domains}" : "") + Town[end..];
        var reference = new Reference(Worlds.Open(ScenarioReader.Parse(text, "domains.yaml", settings)));
        var register = reference.Run();
        var again = Campaign.Undergone(reference.World.Of, reference.World.OpenRegister, seeds: 1);
        Assert.True(register.Seals.SequenceEqual(again.Seals));
        return (reference, register, Outcomes.Of(reference.World, register));
    }

    public static Circle At(Reference reference, string path) => reference.Circles[new CircleId(path)];

    public static string Change(string operation, string circle, string more) =>
        $"  - {{ title: Domain, circle: town, effect: changesDomain, position: {{ speed: 36 }}, term: 24 months, "
        + $"domain: {{ operation: {operation}, circle: {circle}{more} }} }}\n";
}
