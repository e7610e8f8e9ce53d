using System.Collections.Immutable;
using Federation.Society.Adoption;

namespace Federation.Society.Measures;

/// <summary>How far an innovation came; without figure where a scenario has none.</summary>
internal static class AdoptionMeasures
{
    public static ImmutableArray<RunMeasure> All { get; } =
    [
        Of("adopted", "share", Better.Higher, "circles that have the innovation at the end", 1,
            outcome => (double)outcome.Curve[^1].Adopted / outcome.Count),
        Of("adoptedHalf", "weeks", Better.Lower,
            "weeks until half of the circles had it; no figure where they never do", double.PositiveInfinity,
            outcome => outcome.Reached(.5) ?? double.NaN),
    ];

    private static RunMeasure Of(
        string name, string unit, Better better, string meaning, double high,
        Func<AdoptionOutcome, double> figure) => new(
        new Measure(name, unit, better, meaning, "model", 0, high),
        run => run.Adoption is { } adoption ? figure(adoption) : double.NaN);
}
