using System.Collections.Immutable;
using Federation.Society.Runs;

namespace Federation.Society.Measures;

/// <summary>How influence over a decision at the root is spread over the seats that make it.</summary>
internal static class PowerMeasures
{
    public static ImmutableArray<RunMeasure> All { get; } =
    [
        Of("banzhafMost", "share", "the absolute Banzhaf index of the most powerful seat in whatever decides for the "
                + "whole: the share of the others' coalitions it turns into deciding ones", "Banzhaf 1965", 1,
            seats => Power.Banzhaf(seats.Weights.AsSpan(), seats.Quota).Max()),
        Of("shapleyMost", "share", "the Shapley-Shubik index of that seat: how often it is the one that decides",
            "Shapley and Shubik 1954", 1, seats => Shapley(seats).Max()),
        Of("disproportionality", "%", "Gallagher's index between these seats' shares of power (Shapley and Shubik's) "
                + "and of the people they speak for", "Gallagher 1991", 100, Disproportion),
    ];

    /// <summary>Seats that weigh alike have alike.</summary>
    private static ImmutableArray<double> Shapley(SeatPower seats) => seats.IsEqual
        ? [.. seats.Weights.Select(_ => 1.0 / seats.Weights.Length)]
        : Power.ShapleyShubik(seats.Weights.AsSpan(), seats.Quota);

    private static double Disproportion(SeatPower seats)
    {
        if (seats.People.IsEmpty) return double.NaN;
        var all = seats.People.Sum();
        double[] people = [.. seats.People.Select(one => 100 * one / all)];
        double[] power = [.. Shapley(seats).Select(one => 100 * one)];
        return Shares.Gallagher(people, power);
    }

    private static RunMeasure Of(
        string name, string unit, string meaning, string source, double high, Func<SeatPower, double> figure) => new(
        new Measure(name, unit, Better.Lower, meaning, source, 0, high),
        run => run.Seats is { } seats ? figure(seats) : double.NaN);
}
