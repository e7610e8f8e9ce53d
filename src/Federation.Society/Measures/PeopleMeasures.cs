using System.Collections.Immutable;

namespace Federation.Society.Measures;

/// <summary>Measures for which everybody is asked: utility falls from 1 to 0 over the largest distance there
/// is.</summary>
internal static class PeopleMeasures
{
    private const string Coordinates = "share of a dimension's range";

    public static ImmutableArray<RunMeasure> All { get; } =
    [
        .. Effectiveness(), .. Fairness(), .. Legitimacy(),
        Of("beatenBy", Better.Lower, "share of texts drawn evenly that more people prefer to what they got than the "
            + "other way round; 0 in the core", "Plott 1967", run => run.MeanOfMatters(one => one.BeatenBy), 1),
        Of("priceOfConsent", Better.Lower, "the mean utility of the best one text over the one got; below 1 only where "
            + "circles have ways of their own", "model", run => run.MeanOfMatters(one => one.Price),
                double.PositiveInfinity),
        Of("representativeness", Better.Higher, "1 less the mean distance of what holds from what people would like "
            + "best, over the largest", "after JASSS 23(2)5", run => run.People.Representativeness, 1),
    ];

    private static RunMeasure[] Effectiveness() =>
    [
        Of("meanUtility", Better.Higher, "mean over people", "Weber 1978", run => run.People.Utilities.Mean, 1),
        Of("meanUtilityQuadratic", Better.Higher, "the same with utility that falls with the square of the distance",
            "Weber 1978", run => run.People.Utilities.MeanQuadratic, 1),
        new(new("socialUtilityEfficiency", "", Better.Higher,
            "how far from an alternative at random to the best of them, that which the text decided is nearest to",
            "after Weber 1978", double.NegativeInfinity, 1),
            run => run.MeanOfMatters(one => one.Efficiency)),
        Of("condorcetEfficiency", Better.Higher, "share of matters whose text is nearest to the alternative that beats "
            + "all others two by two, where one does", "after Merrill 1984",
            run => run.MeanOfMatters(one => one.CondorcetEfficiency), 1),
        new(new("distanceToMedian", Coordinates, Better.Lower, "of the text from the point with the least sum of "
            + "distances to all people", "Vardi and Zhang 2000"),
            run => run.MeanOfMatters(one => one.DistanceToMedian)),
        Of("metricDistortion", Better.Lower, "what people bear over the least one text could make them bear; below 1 "
            + "only where circles have ways of their own", "Anshelevich et al. 2018",
            run => run.MeanOfMatters(one => one.Distortion), double.PositiveInfinity),
    ];

    private static RunMeasure[] Fairness() =>
    [
        Of("maxRegret", Better.Lower, "the most anybody could have had more of what was on the table", "Savage 1951",
            run => run.MeanOfMatters(one => one.Regret), 1),
        Of("leastUtility", Better.Higher, "of the worst-off person", "Rawls 1971", run => run.People.Utilities.Least,
            1),
        Of("gini", Better.Lower, "how unequal utilities are", "Gini 1912", run => run.People.Utilities.Gini, 1),
        Of("theil", Better.Lower, "how unequal utilities are, most telling at the upper end", "Theil 1967",
            run => run.People.Utilities.Theil, double.PositiveInfinity),
        Of("nash", Better.Higher, "the geometric mean of utilities: Nash's product made comparable", "Nash 1950",
            run => run.People.Utilities.Nash, 1),
        Of("losers", Better.Lower, "share of people worse off than under what held before", "model",
            run => run.MeanOfMatters(one => one.Losers), 1),
        Of("anscombe", Better.Lower, "share of people who lost on more than half of the matters", "Anscombe 1976",
            run => run.People.Anscombe, 1),
    ];

    private static RunMeasure[] Legitimacy() =>
    [
        Of("hadASay", Better.Higher,
            "share of decisions that bind somebody in which they could take part, came they or not: as a member, by a "
            + "ballot, drawn by lot, or through an unbroken chain of delegates", "model",
            run => run.People.HadASay, 1),
        Of("tookPart", Better.Higher, "share of the same decisions in which they did, themselves", "model",
            run => run.People.TookPart, 1),
        Of("differsFromMajority", Better.Lower,
            "share of matters in which something was adopted though most prefer what "
            + "held, or nothing though most prefer the text put, as put or as amended", "model",
            run => run.MeanOfMatters(one => one.DiffersFromMajority), 1),
        Of("votedDown", Better.Lower, "share of people who would now rather go back to what held before", "model",
            run => run.MeanOfMatters(one => one.VotedDown), 1),
        Of("distanceToMiddle", Better.Lower, "distanceToMedian over the largest distance there is", "model",
            run => run.MeanOfMatters(one => one.DistanceToMedian / one.Diameter), 1),
    ];

    private static RunMeasure Of(
        string name, Better better, string meaning, string source, Func<MeasuredRun, double> of, double high) =>
        new(new Measure(name, "", better, meaning, source, 0, high), of);
}
