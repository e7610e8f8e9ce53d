using System.Collections.Immutable;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>How circles are linked and how people are chosen.</summary>
internal static class LinkKeys
{
    public static ImmutableArray<ScenarioKey> All { get; } =
    [
        Link(nameof(LinkOptions.Kind),
            "A leader and delegates; one person; or a leader who carries only down and delegates who "
                + "carry only up.",
            words: ["double", "single", "directional"]),
        Link(nameof(LinkOptions.Delegates),
            "Delegates each circle elects into its parent; a single link has one.", 1, 5, "people"),
        Link(nameof(LinkOptions.Fidelity),
            "How much of what a circle would change is still in its delegates' report.", 0, 1),
        Link(nameof(LinkOptions.Drift),
            "Share of the duty to report that a year in office takes away.", 0, 1),
        Link(nameof(LinkOptions.Mandate),
            "Delegates judge for themselves, or consent only where all their members could.",
            words: ["free", "imperative"]),
        Link(nameof(LinkOptions.RecallDistance),
            "A delegate whose stand lies further from the circle's is recalled; 0 for never.", 0, 3,
            "share of a dimension's range"),
        Link(nameof(LinkOptions.Survival),
            "Probability that a link person can carry one matter.", 0, 1),
        Link(nameof(LinkOptions.CommonCause),
            "Probability that all persons of one link share their fate in a matter.", 0, 1),
        Selection(nameof(SelectionOptions.Variant),
            "How people are chosen for roles; the last six are there to compare with.",
            words:
            [
                "sofa", "scm", "s3", "holacracy", "plurality", "irv", "condorcet", "lot", "likeness", "tolerance",
            ]),
        Selection(nameof(SelectionOptions.TermDays),
            "Days until a role is filled anew, at the next meeting; 0 for never.", 0, 3650,
            "simulated days"),
        Selection(nameof(SelectionOptions.Refusal),
            "Probability that a person declines a role when proposed.", 0, 1),
        Selection(nameof(SelectionOptions.Willing),
            "People say whether they take a role once proposed, or before anybody is named.",
            words: ["proposed", "first"]),
    ];

    private static ScenarioKey Link(
        string property, string meaning, double low = double.NegativeInfinity,
        double high = double.PositiveInfinity, string unit = "", params string[] words) =>
        OptionSection.Key("links", property, meaning, low, high, unit, words);

    private static ScenarioKey Selection(
        string property, string meaning, double low = double.NegativeInfinity,
        double high = double.PositiveInfinity, string unit = "", params string[] words) =>
        OptionSection.Key("selection", property, meaning, low, high, unit, words);
}
