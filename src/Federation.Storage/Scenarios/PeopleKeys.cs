using System.Collections.Immutable;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>How people differ and what circles need.</summary>
/// <remarks>Coordinates are shares of a dimension's whole range: 0.1 of 5 % ... 55 % is 5
/// %.</remarks>
internal static class PeopleKeys
{
    private const string Share = "share of a dimension's range";

    public static ImmutableArray<ScenarioKey> All { get; } =
    [
        People(nameof(PeopleOptions.ToleranceLow),
            "The narrowest range of tolerance a person has.", 0, 2, Share),
        People(nameof(PeopleOptions.ToleranceHigh),
            "The widest; people's ranges lie evenly between the two.", 0, 2, Share),
        People(nameof(PeopleOptions.ToleranceShape),
            "One radius around the person's point, or a side per dimension.",
            words: ["ball", "box"]),
        People(nameof(PeopleOptions.SalienceSpread),
            "How unlike dimensions count to a person: weights drawn evenly from 1 - this to 1 + this, mean 1. "
                + "Ranges are then ellipsoids.", 0, 0.99),
        People(nameof(PeopleOptions.Ground), "The point a person's range of tolerance lies around.",
            words: ["stand", "belief", "preference"]),
        People(nameof(PeopleOptions.CommonValue),
            "How much of a stand is what the person believes the circle needs, the rest being "
                + "what they would like.",
            0, 1),
        People(nameof(PeopleOptions.Spread),
            "Standard deviation of preferences around their circle's mean, per dimension.", 0, 1,
                Share),
        People(nameof(PeopleOptions.Mean), "Where the outermost place's mean preference lies.", 0,
            1, Share),
        People(nameof(PeopleOptions.LevelSpread),
            "By level: standard deviation of a place's mean around the enclosing place's. Levels "
                + "not named keep theirs.",
            0, 1, Share),
        People(nameof(PeopleOptions.SignalNoise),
            "Standard deviation of what a person believes their circle needs around what it does "
                + "need.", 0, 2, Share),
        People(nameof(PeopleOptions.ConvictionA), "Conviction follows Beta(a, b): its a.", 1, 20),
        People(nameof(PeopleOptions.ConvictionB), "Conviction follows Beta(a, b): its b.", 1, 20),
        People(nameof(PeopleOptions.Attendance),
            "The probability that a member is present at a meeting.", 0, 1),
        People(nameof(PeopleOptions.SizeApathy),
            "Fewer come to a larger circle: attendance is divided by 1 + this for each member "
                + "beyond seven.", 0, 1),
        People(nameof(PeopleOptions.ActivitySpread),
            "How unlike people are: each one's attendance is multiplied by a factor drawn evenly "
                + "from 1 - this to 1 + this.", 0, 1),
        People(nameof(PeopleOptions.Overload),
            "For each further seat somebody holds in the circles next above and below, their "
                + "attendance is divided by 1 + this.", 0, 10),
        Needs(nameof(NeedOptions.Mean), "Where the outermost place's need lies.", 0, 1, Share),
        Needs(nameof(NeedOptions.LevelSpread),
            "By level: standard deviation of a place's need around the enclosing place's. Levels "
                + "not named keep theirs.",
            0, 1, Share),
        Needs(nameof(NeedOptions.Coordination),
            "The price of differing from one's neighbours, as a weight beside the distance to "
                + "one's own need.", 0, 5),
        Needs(nameof(NeedOptions.Drift),
            "Standard deviation, per dimension and year, of how a place's need moves away from its "
                + "enclosing place's; 0: needs stay as they are.", 0, 1, Share),
    ];

    private static ScenarioKey People(
        string property, string meaning, double low = double.NegativeInfinity,
        double high = double.PositiveInfinity, string unit = "", params string[] words) =>
        OptionSection.Key("people", property, meaning, low, high, unit, words);

    private static ScenarioKey Needs(
        string property, string meaning, double low, double high, string unit = "") =>
        OptionSection.Key("needs", property, meaning, low, high, unit);
}
