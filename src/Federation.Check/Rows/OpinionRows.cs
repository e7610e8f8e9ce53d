using Federation.Check.Known;
using static Federation.Check.Rows.PowerRows;

namespace Federation.Check.Rows;

/// <summary>V31 to V40: where talk ends.</summary>
internal static class OpinionRows
{
    private static readonly double[,] Trust = { { 0, .5, .5 }, { 1, 0, 0 }, { 0, 1, 0 } };

    private static readonly double[,] Experiment =
    {
        { .220, .120, .360, .300 }, { .147, .215, .344, .294 }, { 0, 0, 1, 0 }, { .090, .178, .446, .286 },
    };

    public static IEnumerable<Row> All => [.. Bounded(), .. Paired(), .. Anchored()];

    private static IEnumerable<Row> Bounded()
    {
        foreach (var (bound, expected) in ((double, double)[])[(.18, 0), (.20, .1), (.22, .5), (.25, .96), (.30, 1)])
            yield return Row.Sample("V31", Line($"625 opinions, bound {bound}: all agree"), expected, .15,
                "Fortunato, cond-mat/0408648", 100, 400, runs =>
                    Share(runs, run => Opinions.Rounds(run, 625, bound).Length == 1));
        yield return Row.Holds("V31", RowGroup.KnownAnswer,
            "1,000 opinions that hear four or more neighbours in a network: shares of runs in which all agree",
            "below one half for a bound of 0.35, above for 0.6", "Fortunato, cond-mat/0408648: threshold 0.5", effort =>
            {
                var runs = effort == Effort.Full ? 100 : 12;
                var (narrow, wide) = (Opinions.Agrees(.35, 1000, runs), Opinions.Agrees(.6, 1000, runs));
                return (narrow < .5 && wide > .5, Line($"{narrow:0.00} and {wide:0.00}"));
            });
        foreach (var (count, steps) in ((int, int)[])[(6, 6), (12, 11), (18, 16), (24, 21), (30, 26), (60, 51)])
        {
            yield return Row.Number("V32", Line($"{count} opinions a bound apart: frozen after steps"), steps, 0,
                "Hegarty and Wedin, arXiv 1406.0819", () => HegselmannKrause.Freeze(Spaced(count), 1));
            yield return Row.Words("V32", Line($"{count} opinions a bound apart: groups"),
                string.Join(' ', Enumerable.Repeat(3, count / 3)), "Hegarty and Wedin, arXiv 1406.0819", () =>
                {
                    var opinions = Spaced(count);
                    HegselmannKrause.Freeze(opinions, 1);
                    return string.Join(' ', HegselmannKrause.Groups(opinions));
                });
        }

        foreach (var (bound, expected) in ((double, double)[])[(.05, 8.0), (.10, 3.9), (.15, 2.6)])
            yield return Row.Sample("V34", Line($"625 opinions, bound {bound}: groups, mean"), expected, .4,
                "computed twice", 60, 400,
                runs => Enumerable.Range(0, runs).Average(run => Opinions.Rounds(run, 625, bound).Length));
    }

    private static IEnumerable<Row> Paired()
    {
        foreach (var (bound, expected, tolerance) in ((double, double, double)[])
            [(.5, 1, 0), (.3, 1, 0), (.2, 2, 0), (.15, 3, 0), (.1, 4.5, .5), (.07, 6.5, .5), (.05, 8.5, .5)])
            yield return Row.Sample("V35", Line($"1,000 in pairs, bound {bound}: groups of a twentieth, median"),
                expected, tolerance,
                "Deffuant and others 2000; Fortunato, cond-mat/0406054", 9, 51, runs => Enumerable.Range(0, runs)
                    .Select(run => (double)Opinions.Pairs(bound, 1000, run).Count(group =>
                        group >= 50)).Order().ElementAt(runs / 2));
        // Half-way between the bifurcations at 1/(2 eps) = 1.871, 2.724, 4.079 and 4.956.
        foreach (var (bound, expected) in ((double, double)[])[(.3, 1), (.22, 2), (.147, 3), (.111, 4)])
            yield return Row.Sample("V36", Line($"in pairs, bound {bound}, between bifurcations: major groups, median"),
                expected, 0, "Ben-Naim and others, cond-mat/0212313", 9, 51, runs => Enumerable.Range(0, runs)
                    .Select(run => (double)Opinions.Pairs(bound, 1000, run).Count(group => group >= 50))
                    .Order().ElementAt(runs / 2));
    }

    private static IEnumerable<Row> Anchored()
    {
        foreach (var (person, expected) in ((int, double)[])[(0, .4), (1, .4), (2, .2)])
            yield return Row.Number("V37", Line($"influence of person {person + 1}"), expected, 1e-12,
                "Jackson, lectures",
                () => FriedkinJohnsen.DeGroot(Trust)[person]);
        foreach (var (openness, first, limit) in ((double[], double[], double[])[])
        [
            ([.5, .5, .5], [1, 0, 0], [8 / 13.0, 4 / 13.0, 2 / 13.0]),
            ([.5, .5, .5], [0, .5, 1], [7 / 26.0, 5 / 13.0, 9 / 13.0]),
            ([.9, .5, .1], [0, .5, 1], [423 / 602.0, 181 / 301.0, 289 / 301.0]),
        ])
            for (var person = 0; person < 3; person++)
            {
                var one = person;
                yield return Row.Number("V38",
                    Line($"open by {string.Join(' ', openness)}, from {string.Join(' ', first)}: person {one + 1}"),
                        limit[one], 1e-12,
                    "Friedkin and Johnsen, closed form", () => FriedkinJohnsen.Limit(Trust, openness, first)[one]);
            }

        double[] printed = [60.02, 59.98, 75.00, 74.99];
        for (var person = 0; person < 4; person++)
        {
            var one = person;
            yield return Row.Number("V40", Line($"an experiment, person {one + 1}"), printed[one], .01,
                "Friedkin and Johnsen 1990",
                () => FriedkinJohnsen.Limit(Experiment, [.780, .785, 0, .714], [25, 25, 75, 85])[one]);
        }
    }

    private static double[] Spaced(int count) => [.. Enumerable.Range(0, count).Select(i => (double)i)];

    private static double Share(int runs, Func<int, bool> so) => (double)Enumerable.Range(0, runs).Count(so) / runs;
}
