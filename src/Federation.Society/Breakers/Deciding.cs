using Federation.Society.Scenarios;

namespace Federation.Society.Breakers;

/// <summary>How whoever decides comes to it once the warning is out.</summary>
public enum Deciding
{
    /// <summary>One person decides at once: an officer of the utility, or a leader under a mandate the
    /// circle consented to beforehand.</summary>
    AtOnce,

    /// <summary>Each feeder circle meets once.</summary>
    CircleMeets,

    /// <summary>The matter goes up to the system circle and down again, one meeting a level each way.</summary>
    FederationMeets,
}

/// <summary>How long deciding takes while the storm comes, and what it costs.</summary>
public static class DecidingTimes
{
    /// <summary>Hours from the warning to the decision.</summary>
    /// <param name="members">Of one circle.</param>
    /// <param name="levels">Of circles, the system circle's included.</param>
    public static double Hours(this Deciding deciding, Scenario scenario, int members, int levels) => deciding switch
    {
        Deciding.AtOnce => 0,
        Deciding.CircleMeets => Meeting(scenario, members),
        _ => Meeting(scenario, members) * ((2 * levels) - 1),
    };

    /// <summary>Person-hours of all who met.</summary>
    public static double PersonHours(
        this Deciding deciding, Scenario scenario, int members, long leaves, long circles) => deciding switch
        {
            Deciding.AtOnce => 0,
            Deciding.CircleMeets => Talk(scenario, members) * members * leaves,
            _ => Talk(scenario, members) * members * circles,
        };

    /// <summary>Share of the storm that is over before the lines are opened, 0..1.</summary>
    public static double Late(BreakerOptions options, double decisionHours) =>
        Math.Clamp((decisionHours - options.WarningHours) / options.EventHours, 0, 1);

    private static double Meeting(Scenario scenario, int members) =>
        scenario.Breaker.CallHours + Talk(scenario, members);

    /// <summary>Hours a meeting without objections lasts: reading, clarifying, rounds of talk and a consent
    /// round in which each speaks and all listen, and deciding.</summary>
    private static double Talk(Scenario scenario, int members)
    {
        var minutes = scenario.Measure;
        return (minutes.ReadMinutes + minutes.ClarifyMinutes + minutes.DecideMinutes
            + (members * minutes.SpeakMinutes * (scenario.Process.TalkRounds + 1))) / 60;
    }
}
