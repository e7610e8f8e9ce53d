using System.Collections.Immutable;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>The rule a federation decides by, and what a comparison of rules crosses.</summary>
internal static class RuleKeys
{
    private const string Share = "share of a dimension's range";

    public static ImmutableArray<ScenarioKey> All { get; } =
    [
        Rule(nameof(RuleOptions.Shaped),
            "Whether circles shape a text before it is put, or it is put as brought.", words: ["yes", "no"]),
        Rule(nameof(RuleOptions.Amendable),
            "Whether the step that integrates objections may change a text, under whatever rule.",
            words: ["yes", "no"]),
        Rule(nameof(RuleOptions.Nested),
            "Whether a rule decides circle by circle, level by level, or asks everybody at once. Consent always "
                + "goes level by level.", words: ["no", "yes"]),
        Rule(nameof(RuleOptions.Latitude),
            "Whether circles below find their own way by the same rule, or one text holds for all.",
            words: ["yes", "no"]),
        Rule(nameof(RuleOptions.Then),
            "Under chamber, panel and liquid: how those who decide decide.", words: [.. RulePractices.Then]),
        Rule(nameof(RuleOptions.Quorum),
            "The share of people who must take part for anything but the status quo; 0 for none.", 0, 1),
        Rule(nameof(RuleOptions.Share),
            "Under share: of those who take part, how many must support a text; always more than half.", 0.5, 1),
        Rule(nameof(RuleOptions.Supports),
            "What people support under share and approve under approval: what is nearer to them than the "
                + "status quo or than their mean, or what lies in their range of tolerance.",
            words: ["nearer", "tolerance"]),
        Rule(nameof(RuleOptions.Alternatives),
            "Alternatives on a ballot: the status quo, the text, and the ideals of people drawn by lot.", 2, 6),
        Rule(nameof(RuleOptions.WritingNoise),
            "Standard deviation of what people miss of their ideal when they write an alternative.", 0, 1, Share),
        Rule(nameof(RuleOptions.Panel),
            "People drawn by lot: the members of a panel, or who bargains.", 1, 500, "people"),
        Rule(nameof(RuleOptions.Districts),
            "The level whose circles elect a chamber; empty for the circles next below the one that decides."),
        Rule(nameof(RuleOptions.Weights), "How much a member of a chamber weighs.", words: ["equal", "population"]),
        Rule(nameof(RuleOptions.Elects),
            "Whom a district elects: whoever stands nearest to its median, or by plurality among candidates "
                + "drawn by lot.", words: ["median", "plurality"]),
        Rule(nameof(RuleOptions.Reports),
            "Reports a decree rests on, from people drawn by lot; 0 for the ruler's own view.", 0, 200),
        Rule(nameof(RuleOptions.ReportNoise),
            "Standard deviation of what each hop on the way adds to a report's error.", 0, 1, Share),
        Rule(nameof(RuleOptions.Entrusting),
            "Under liquid: the probability that somebody entrusts their ballot to another.", 0, 1),
        Rule(nameof(RuleOptions.WeightMost),
            "Under liquid: ballots one person may hold, their own included; 0 for no limit.", 0, 1_000_000),
        Rule(nameof(RuleOptions.Group),
            "People per random mixed group that talks before a ballot; 0 for no such talk.", 0, 20, "people"),
    ];

    private static ScenarioKey Rule(
        string property, string meaning, double low = double.NegativeInfinity,
        double high = double.PositiveInfinity, string unit = "", params string[] words) =>
        OptionSection.Key("rules", property, meaning, low, high, unit, words);
}
