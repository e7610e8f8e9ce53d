using Federation.Society.Runs;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Check.Rows;

/// <summary>V65 within one process: the same scenario and seed end in the same seal.</summary>
internal static class SealRows
{
    private const int Shown = 8;

    public static IEnumerable<Row> All =>
    [
        Seals("a town, run twice", alike: true, () => Seal(), () => Seal()),
        Seals("cohousing, run twice", alike: true, () => Shipped("cohousing"), () => Shipped("cohousing")),
        Seals("a value written out that holds anyway", alike: true, () => Seal(), () => Seal("people.attendance=0.8")),
        Seals("another seed", alike: false, () => Seal(), () => Seal("seed=2")),
        Seals("another tolerance", alike: false, () => Seal(), () => Seal("people.toleranceLow=0.26")),
    ];

    private static Row Seals(string setting, bool alike, Func<string> one, Func<string> other) => Row.Holds(
        "V65", RowGroup.Reproducibility, setting, alike ? "one seal" : "another seal", "design", _ =>
        {
            var (first, second) = (one(), other());
            var same = first == second;
            return (same == alike, same ? first[..Shown] : $"{first[..Shown]} and {second[..Shown]}");
        });

    private static string Seal(params string[] settings) =>
        Seal(ScenarioReader.Parse(PatternRows.Town, "check.yaml", settings));

    private static string Shipped(string name) => Seal(ScenarioCatalogue.Load(name, []));

    private static string Seal(Society.Scenarios.Scenario scenario) =>
        $"{new Reference(Worlds.Open(scenario)).Run().RootSeal}";
}
