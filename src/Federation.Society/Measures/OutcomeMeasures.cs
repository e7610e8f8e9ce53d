using System.Collections.Immutable;

namespace Federation.Society.Measures;

/// <summary>Measures that follow from what a run reports of its matters.</summary>
internal static class OutcomeMeasures
{
    private const string Coordinates = "share of a dimension's range";
    private const string Model = "model";

    public static ImmutableArray<RunMeasure> All { get; } =
    [
        new(new(RunMeasures.Primary, Coordinates, Better.Lower,
            "how far the way it is carried out lies from what circles need, and from their neighbours; "
                + "mean over people", Model), run => run.Mean(one => one.HarmMean)),
        new(new("harmWorstDecile", Coordinates, Better.Lower,
            "the same for the worst-off tenth of people", Model), run => run.Mean(one => one.HarmWorstDecile)),
        new(new("outsideTolerance", "", Better.Lower,
            "share of all people whose range of tolerance it does not reach, after what they heard", Model, High: 1),
            run => run.Mean(one => one.OutsideTolerance)),
        new(new("decisionYield", "", Better.Higher, "share of matters in which something was adopted", Model, High: 1),
            run => run.Mean(one => one.Outcome == "adopted" ? 1 : 0)),
        new(new("personHours", "h", Better.Lower, "hours of all who met or filled in a ballot, per matter",
            "model; minutes assumed"),
            run => run.Mean(one => one.PersonHours.Mid)),
        new(new("weeks", "weeks", Better.Lower, "from raising a matter to the last circle it reached",
            "model; rhythms assumed"),
            run => run.Mean(one => one.Weeks.Mid)),
        new(new("objections", "", Better.Neither, "objections that counted, per matter", Model),
            run => run.Mean(one => one.Objections)),
        new(new("unresolved", "", Better.Lower, "share of circles asked that could not settle how to carry it out",
            Model, High: 1), run => run.Mean(one =>
                one.CirclesAsked == 0 ? double.NaN : (double)one.CirclesUnresolved / one.CirclesAsked)),
        new(new("reversalRate", "", Better.Neither, "share of looks at agreements in force that ended them", Model,
            High: 1), run => MeasuredRun.Mean(run.Outcome.Decisions.SelectMany(one => one.Looks)
                .Select(look => look.Verdict == "ended" ? 1.0 : 0))),
        new(new("drift", Coordinates, Better.Neither, "mean way a text moved from one version in force to the next",
            Model), run => MeasuredRun.Mean(run.Outcome.Decisions.SelectMany(one => one.Looks
                .Select(look => look.Decided).Prepend(one.Decided)
                .Zip(one.Looks.Select(look => look.Decided), (before, after) => before.DistanceTo(after))))),
        new(new("decidedAt", "links below the whole", Better.Neither,
            "how deep the circle lies that decided, 0 for that of all: under another rule an earlier matter may have "
                + "left a later one to another circle", Model),
            run => run.Mean(one => one.Circle.Count(letter => letter == '/'))),
    ];
}
