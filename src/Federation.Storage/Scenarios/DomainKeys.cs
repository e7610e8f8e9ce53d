using System.Collections.Immutable;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>Who decides what: domains at the founding, changes of them, exceptions from texts.</summary>
internal static class DomainKeys
{
    public static ImmutableArray<ScenarioKey> All { get; } =
    [
        new("domains[].circle", KeyKind.Circle, "The circle it is given to; or write level."),
        new("domains[].level", KeyKind.Segment,
            "Instead of circle: every circle of this level is given it for its own people."),
        new("domains[].dimensions", KeyKind.Texts,
            "The dimensions it decides on; all that the circle above has when left out."),
        new("domains[].low", KeyKind.NumbersByName, "By dimension: the least its texts may say.")
            { Unit = "the dimension's unit", Low = -1e12, High = 1e12 },
        new("domains[].high", KeyKind.NumbersByName, "By dimension: the most its texts may say.")
            { Unit = "the dimension's unit", Low = -1e12, High = 1e12 },
        new("domains[].affects", KeyKind.Circle,
            "The circle for whose people it decides; its own when left out. Other circles then do not "
                + "decide it for these people."),
        new("domains[].latitude", KeyKind.Number,
            "How far from its limits circles below may carry them out; process.latitude when left out.")
            { Low = 0, High = 1, Unit = "share of a dimension's range" },
    ];

    public static ImmutableArray<ScenarioKey> Agenda { get; } =
    [
        new("agenda[].domain.operation", KeyKind.Choice,
            "With effect changesDomain: what becomes of the child's domain.")
            { Default = "narrow", Words = ["delegate", "narrow", "return", "dissolve"] },
        new("agenda[].domain.circle", KeyKind.Circle, "The child; its parent decides, not without it."),
        new("agenda[].domain.dimensions", KeyKind.Texts,
            "The dimensions given, narrowed or given back; those with a position when left out."),
        new("agenda[].domain.low", KeyKind.NumbersByName,
            "By dimension: the least the child's texts may say afterwards.")
            { Unit = "the dimension's unit", Low = -1e12, High = 1e12 },
        new("agenda[].domain.high", KeyKind.NumbersByName,
            "By dimension: the most the child's texts may say afterwards.")
            { Unit = "the dimension's unit", Low = -1e12, High = 1e12 },
        new("agenda[].domain.latitude", KeyKind.Number,
            "What the child's own limits leave to circles below it; as it is when left out.")
            { Low = 0, High = 1, Unit = "share of a dimension's range" },
    ];

    public static ImmutableArray<ScenarioKey> Reviews { get; } =
    [
        OptionSection.Key("reviews", nameof(ReviewOptions.Suspend),
            "Whether the owner may consent to suspend its text, until the day of its review, in circles "
                + "whose request no text met.",
            words: ["never", "byConsent"]),
        OptionSection.Key("reviews", nameof(ReviewOptions.Contradictions),
            "What becomes of a text from above that contradicts what a circle agreed itself or another limit: "
                + "it is noted, or taken to the lowest circle above both, which resolves it by consent.",
            words: ["noted", "resolved"]),
        OptionSection.Key("reviews", nameof(ReviewOptions.Variances),
            "How many circles may be granted a variance in one decision, each by the owner's consent.", 0, 8,
            "circles"),
        OptionSection.Key("reviews", nameof(ReviewOptions.VarianceTerm),
            "How long a variance holds: the share of what is left of the agreement's term.", 0.01, 1),
    ];
}
