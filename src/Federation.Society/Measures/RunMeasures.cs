using System.Collections.Immutable;
using Federation.Governance.Federating;
using Federation.Society.Runs;

namespace Federation.Society.Measures;

/// <summary>What is measured of a finished run, whatever rule it was decided by.</summary>
/// <remarks>Of several matters the mean. The primary outcome comes first: realised harm, which no rule
/// can see, so none optimises it.</remarks>
public static class RunMeasures
{
    /// <summary>The name of the primary outcome.</summary>
    public const string Primary = "harmMean";

    private static readonly (Measure Measure, Func<RunOutcome, double> Of)[] OfOutcome =
    [
        (new(Primary, "share of a dimension's range", Better.Lower,
            "how far the way it is carried out lies from what circles need, and from their neighbours; "
                + "mean over people", "model"), run => Mean(run, one => one.HarmMean)),
        (new("harmWorstDecile", "share of a dimension's range", Better.Lower,
            "the same for the worst-off tenth of people", "model"), run => Mean(run, one => one.HarmWorstDecile)),
        (new("outsideTolerance", "", Better.Lower,
            "share of all people whose range of tolerance it does not reach, after what they heard", "model",
            High: 1) { OptimisedBy = ["consent"] }, run => Mean(run, one => one.OutsideTolerance)),
        (new("decisionYield", "", Better.Higher, "share of matters that were adopted", "model", High: 1),
            run => Mean(run, one => one.Outcome == "adopted" ? 1 : 0)),
        (new("personHours", "h", Better.Lower, "hours of all who met or filled in a ballot, per matter",
            "model; minutes assumed"), run => Mean(run, one => one.PersonHours.Mid)),
        (new("weeks", "weeks", Better.Lower, "from raising a matter to the last circle it reached", "model"),
            run => Mean(run, one => one.Weeks.Mid)),
        (new("objections", "", Better.Neither, "objections that counted, per matter", "model"),
            run => Mean(run, one => one.Objections)),
        (new("unresolved", "", Better.Lower,
            "share of circles asked that could not settle how to carry it out", "model", High: 1),
            run => Mean(run, one => one.CirclesAsked == 0 ? double.NaN
                : (double)one.CirclesUnresolved / one.CirclesAsked)),
        (new("reversalRate", "", Better.Neither, "share of looks at agreements in force that ended them", "model",
            High: 1), run => Share(run.Decisions.SelectMany(one => one.Looks), look => look.Verdict == "ended")),
        (new("drift", "share of a dimension's range", Better.Neither,
            "mean way a text moved from one version in force to the next", "model"), Drift),
    ];

    /// <summary>In the order of <see cref="Of"/>.</summary>
    public static ImmutableArray<Measure> All { get; } = [.. OfOutcome.Select(one => one.Measure)];

    public static int IndexOf(string name) => All.Select((one, at) => (one, at))
        .Where(pair => pair.one.Name == name).Select(pair => pair.at).DefaultIfEmpty(-1).First();

    /// <summary>Every measure of a run that came to its end; not a number where it has no meaning.</summary>
    public static ImmutableArray<double> Of(Reference run, Register register)
    {
        ArgumentNullException.ThrowIfNull(run);
        var outcome = Outcomes.Of(run.World, register);
        return [.. OfOutcome.Select(one => one.Of(outcome))];
    }

    private static double Mean(RunOutcome run, Func<DecisionOutcome, double> figure)
    {
        var known = run.Decisions.Select(figure).Where(double.IsFinite).ToArray();
        return known.Length == 0 ? double.NaN : known.Sum() / known.Length;
    }

    private static double Share(IEnumerable<LookOutcome> looks, Func<LookOutcome, bool> such)
    {
        var all = looks.ToArray();
        return all.Length == 0 ? double.NaN : (double)all.Count(such) / all.Length;
    }

    private static double Drift(RunOutcome run)
    {
        var moves = run.Decisions.SelectMany(one => one.Looks.Select(look => look.Decided).Prepend(one.Decided)
            .Zip(one.Looks.Select(look => look.Decided), (before, after) => before.DistanceTo(after))).ToArray();
        return moves.Length == 0 ? double.NaN : moves.Sum() / moves.Length;
    }
}
