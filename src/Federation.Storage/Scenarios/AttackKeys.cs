using System.Collections.Immutable;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>Who strains the process, and how.</summary>
internal static class AttackKeys
{
    public static ImmutableArray<ScenarioKey> All { get; } =
    [
        Share(nameof(AttackOptions.Captured), "Share of people who speak for the target and accept nothing else."),
        Share(nameof(AttackOptions.Delegates), "Share of delegates who speak for the target in the circle above."),
        Share(nameof(AttackOptions.Leaders), "Share of leaders who speak for the target in the circle above."),
        OptionSection.Key("attacks", nameof(AttackOptions.Elections),
            "How captured people elect: as they think, or for whoever is captured too, against everybody else.",
            words: ["honest", "strategic"]),
        Share(nameof(AttackOptions.Circles), "Share of circles in which everybody speaks for the target."),
        Share(nameof(AttackOptions.Hosts),
            "Share of the simulated hosts whose circles are captured; see faults.hosts."),
        OptionSection.Key("attacks", nameof(AttackOptions.Target),
            "What the captured ask for, in every dimension.", 0, 1, "share of a dimension's range"),
        Share(nameof(AttackOptions.Blockers), "Share of people who object to everything and give no reason."),
        Share(nameof(AttackOptions.Leavers),
            "Share of people who leave a circle once an objection of theirs kept it from deciding."),
        Share(nameof(AttackOptions.Exaggerators), "Share of people who exaggerate."),
        Share(nameof(AttackOptions.Exaggeration),
            "How much: this share of their tolerance is denied and of the distance to the text added."),
        Share(nameof(AttackOptions.Manipulators),
            "Share of people who state whatever brings the outcome nearest to what they want."),
        OptionSection.Key("attacks", nameof(AttackOptions.Sybils),
            "Fake members per person who lives in an infiltrated circle; they speak for the target.", 0, 10),
        Share(nameof(AttackOptions.Infiltrated), "Share of the circles without children that fake members join."),
        Share(nameof(AttackOptions.Facilitators),
            "Share of circles whose facilitator declares every objection invalid, where the gate lets that pass."),
        OptionSection.Key("attacks", nameof(AttackOptions.Delta),
            "A text further than this from the one without strain counts as deviated, one this near to the "
                + "target as captured.", 0, 1, "share of a dimension's range"),
    ];

    private static ScenarioKey Share(string property, string meaning) =>
        OptionSection.Key("attacks", property, meaning, 0, 1);
}
