using Federation.Cli.Views;
using Federation.Society.Scenarios;

namespace Federation.Cli.Reports;

/// <summary>What a figure rests on, said beside it, from the scenario as it was run.</summary>
internal static class Assumptions
{
    /// <summary>Behind harm: where needs lie and what people know of them.</summary>
    public static string OfHarm(Scenario scenario) =>
        $"people's signals of what is needed miss by {Say.Value(scenario.People.SignalNoise, "")} of a range; "
        + $"tuners move a text {Say.Share(scenario.Process.Shaping)} of the way to what they believe; circles may "
        + $"carry it out {Say.Value(scenario.Process.Latitude, "")} away from it; differing from one's neighbours "
        + $"weighs {Say.Value(scenario.Needs.Coordination, "")} beside the distance to one's own need.";

    /// <summary>Behind tolerance and objections.</summary>
    public static string OfTolerance(Scenario scenario) =>
        $"a person tolerates what lies within {Say.Value(scenario.People.ToleranceLow, "")} to "
        + $"{Say.Value(scenario.People.ToleranceHigh, "")} of a range around their {scenario.People.Ground}; "
        + $"preferences spread by {Say.Value(scenario.People.Spread, "")} within a circle; "
        + $"{Say.Share(scenario.People.Attendance)} of members come; objections count by the gate "
        + $"{scenario.Process.Gate}.";

    /// <summary>Behind weeks and hours.</summary>
    public static string OfTime(Scenario scenario) =>
        $"circles without children meet every {Say.Days(scenario.Cadence.LeafDays)}, those above every "
        + $"{Say.Days(scenario.Cadence.UpperDays)}, a ballot takes {Say.Days(scenario.Cadence.BallotDays)}; reading "
        + $"{Say.Value(scenario.Measure.ReadMinutes, "")}, speaking {Say.Value(scenario.Measure.SpeakMinutes, "")} and "
        + $"an objection {Say.Value(scenario.Measure.ObjectionMinutes, "minutes")}. All simulated.";

    /// <summary>Behind what strains a run and what is found wrong with it.</summary>
    public static string OfStrain(Scenario scenario) =>
        $"those who strain it are drawn from the seed by the shares in attacks; a text further than "
        + $"{Say.Value(scenario.Attacks.Delta, "")} from the one without strain counts as deviated.";
}
