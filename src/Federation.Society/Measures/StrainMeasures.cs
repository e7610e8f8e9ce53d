using System.Collections.Immutable;

namespace Federation.Society.Measures;

/// <summary>What became of matters under attack, beside the run of the same seed without; no figure where
/// nothing strains a run or it is too large to be held twice.</summary>
/// <remarks>Over shares of captured people and blockers these are the curves of capture and paralysis.</remarks>
internal static class StrainMeasures
{
    public static ImmutableArray<RunMeasure> All { get; } =
    [
        Of("captured",
            "ended as near to what the captured ask for as `attacks.delta`, where it did not without strain"),
        Of("paralysed", "were parked or refused, where something was adopted without strain"),
        Of("deviated", "ended further than `attacks.delta` from the text without strain, and are not captured"),
    ];

    private static RunMeasure Of(string name, string meaning) => new(
        new Measure(name, "", Better.Lower, $"share of matters that {meaning}", "model", 0, 1),
        run => run.Strain is { } strain
            ? MeasuredRun.Mean(strain.Decisions.Select(one => one.Outcome == name ? 1.0 : 0)) : double.NaN);
}
