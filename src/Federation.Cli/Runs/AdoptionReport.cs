using System.Collections.Immutable;
using Federation.Society.Adoption;

namespace Federation.Cli.Runs;

/// <summary>How an innovation went from circle to circle.</summary>
/// <param name="Reached">Weeks until a tenth, half and nine tenths of circles had it; null where never.</param>
/// <param name="GivenUp">How often a circle gave it up again.</param>
/// <param name="Holdouts">The circles that never took it up with the highest immunity, at most five.</param>
/// <param name="Seal">Over the whole curve and every circle's way.</param>
public sealed record AdoptionReport(
    int Weeks, int Circles, int Adopted, int Unaware, AdoptionReached Reached, AdoptionPeak? Ridiculous,
    AdoptionPeak? Dangerous, int GivenUp, double ImmunityOfAdopters, double? ImmunityOfOthers,
    ImmutableArray<string> Holdouts, string Seal, ImmutableArray<AdoptionWeek> Curve)
{
    private const int HoldoutsMost = 5;

    private const int Tenths = 10;

    /// <summary>By tenths of immunity to change, how many circles took it up and how many did not.</summary>
    public ImmutableArray<AdoptionImmunity> Immunities { get; init; } = [];

    public static AdoptionReport? Of(AdoptionOutcome? outcome)
    {
        if (outcome is null) return null;
        var last = outcome.Curve[^1];
        var others = outcome.Circles.Where(circle => circle.Stage != Stage.Adopted).ToArray();
        return new AdoptionReport(
            last.Week, outcome.Count, last.Adopted, last.Unaware,
            new AdoptionReached(outcome.Reached(.1), outcome.Reached(.5), outcome.Reached(.9)),
            Peak(outcome, week => week.Ridiculous), Peak(outcome, week => week.Dangerous), outcome.GivenUp,
            outcome.Circles.Where(circle => circle.Stage == Stage.Adopted).Select(circle => circle.Immunity)
                .DefaultIfEmpty(0).Average(),
            others.Length == 0 ? null : others.Average(circle => circle.Immunity),
            [.. others.OrderByDescending(circle => circle.Immunity).ThenBy(circle =>
                circle.Circle, StringComparer.Ordinal)
                .Take(HoldoutsMost).Select(circle => circle.Circle)],
            outcome.Seal.ToString(), outcome.Curve)
        {
            Immunities =
            [
                .. Enumerable.Range(0, Tenths).Select(tenth =>
                {
                    var these = outcome.Circles.Where(circle =>
                        Math.Min(Tenths - 1, (int)(circle.Immunity * Tenths)) == tenth).ToArray();
                    var took = these.Count(circle => circle.Stage == Stage.Adopted);
                    return new AdoptionImmunity(tenth / (double)Tenths, took, these.Length - took);
                }),
            ],
        };
    }

    private static AdoptionPeak? Peak(AdoptionOutcome outcome, Func<AdoptionWeek, int> count) =>
        outcome.Peak(count) is { } week ? new AdoptionPeak(week.Week, count(week)) : null;
}

/// <summary>Weeks until so many circles had it; null where never.</summary>
public sealed record AdoptionReached(int? Tenth, int? Half, int? NineTenths);

/// <param name="From">The least immunity of this tenth, 0 to 0.9.</param>
public sealed record AdoptionImmunity(double From, int Adopted, int Others);

/// <summary>The week in which most circles saw it so.</summary>
public sealed record AdoptionPeak(int Week, int Circles);
