using System.Collections.Immutable;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>How circles decide, when they meet, what fails, and what meetings cost.</summary>
internal static class ProcessKeys
{
    public static ImmutableArray<ScenarioKey> All { get; } =
    [
        Process(nameof(ProcessOptions.Gate),
            "Which objections count: every one; those the objector finds paramount; those the group "
                + "finds argued; those of the right form.",
            words: ["sofa", "scm", "s3", "holacracy"]),
        Process(nameof(ProcessOptions.Paramount),
            "Under scm: how far outside the range an objection is paramount.", 0, 2,
            "share of the range's radius"),
        Process(nameof(ProcessOptions.Screened),
            "Under s3: the probability that a group sees through a false argument.", 0, 1),
        Process(nameof(ProcessOptions.Misjudged),
            "Under s3: the probability that a group wrongly dismisses a true argument.", 0, 1),
        Process(nameof(ProcessOptions.Integration), "All objections at once, or one at a time.",
            words: ["nearest", "one"]),
        Process(nameof(ProcessOptions.Forms),
            "The forms of integration, in the order they are tried.",
            words: ["amend", "shorten", "measure"]),
        Process(nameof(ProcessOptions.Shaping),
            "How far tuners move the text towards what the circle believes it needs before the "
                + "consent round.", 0, 1),
        Process(nameof(ProcessOptions.Tuners), "How many tuners write the text.", 1, 5, "people"),
        Process(nameof(ProcessOptions.TalkRounds),
            "Rounds of talk before the first consent round.", 0, 10, "rounds"),
        Process(nameof(ProcessOptions.AmendmentsMax),
            "Amendments a circle makes to one text before it takes the ladder.", 0, 20),
        Process(nameof(ProcessOptions.Terms),
            "Shares of the asked term that may be agreed instead; descending, the first is 1.",
                0.01, 1),
        Process(nameof(ProcessOptions.TermWidens),
            "How much a shorter term widens tolerance: by this times the share of the term given "
                + "up.", 0, 2),
        Process(nameof(ProcessOptions.MeasureWidens),
            "How much a measure with an early review widens the tolerance of who raised the "
                + "concern.", 0, 1),
        Process(nameof(ProcessOptions.Ladder),
            "What a circle does, in order, when no text can be integrated.",
                words:
                [
                    "split", "refer", "park", "smallerStep", "shorterTerm", "divide", "help",
                ]),
        Process(nameof(ProcessOptions.Helpers),
            "How many members form a helping circle, or a group of last resort.", 1, 20, "people"),
        Process(nameof(ProcessOptions.LastResort),
            "What the top circle does when its ladder ends without consent.",
            words: ["statusQuo", "resolution", "mediator", "supermajority", "dissolve"]),
        Process(nameof(ProcessOptions.Supermajority),
            "The share of members present that a supermajority needs.", 0, 1),
        Process(nameof(ProcessOptions.Absentees),
            "Absent members cannot object, or spoke before, or the decision waits one more "
                + "meeting for them.",
            words: ["waive", "gather", "wait"]),
        Process(nameof(ProcessOptions.Quorum),
            "The share of members who must be there for a circle to decide, where absent members "
                + "cannot object; 0 for none.", 0, 1),
        Process(nameof(ProcessOptions.LazyDays),
            "Lazy consent: how long a text is posted before silence is consent; 0 for never.", 0,
                365, "simulated days"),
        Process(nameof(ProcessOptions.LazyReads),
            "The probability that a member reads a posted text before its deadline.", 0, 1),
        Process(nameof(ProcessOptions.Agenda),
            "The order of matters is fixed, or members consent to it.",
            words: ["fixed", "consent"]),
        Process(nameof(ProcessOptions.Mandate),
            "Emergency mandate: how far from what holds a circle's leader may go at once in an "
                + "urgent matter; 0 for none.", 0, 2, "share of a dimension's range"),
        Process(nameof(ProcessOptions.Latitude),
            "How far a circle's own way of carrying an agreement out may lie from its text.", 0, 1,
            "share of a dimension's range"),
        Process(nameof(ProcessOptions.Handover),
            "Which agreements go along when a domain moves is listed by the circle that loses it, or by the "
                + "secretary above as well.",
            words: ["own", "both"]),
        Process(nameof(ProcessOptions.ReviewsMax),
            "How often the circle that owns a text may change it after review requests.", 0, 5),
        Process(nameof(ProcessOptions.Talk),
            "A round in which everybody speaks and listens, talk in pairs drawn by lot, or none.",
            words: ["round", "pairs", "none"]),
        Process(nameof(ProcessOptions.Listening),
            "Whose preferences weigh how much in a round: everybody's alike, or by perceived skill.",
            words: ["equal", "skill"]),
        Process(nameof(ProcessOptions.Confidence),
            "People listen to preferences no further off than this; 0 for no bound.", 0, 3,
            "share of a dimension's range"),
        Process(nameof(ProcessOptions.Keeps),
            "How much of what a meeting did to a preference stays afterwards.", 0, 1),
        Process(nameof(ProcessOptions.Duty),
            "How much of a link's stand is the circle's, the rest being the link's own.", 0, 1),
        Process(nameof(ProcessOptions.ReportNoise),
            "Standard deviation of what a link gets wrong when reporting.", 0, 1,
                "share of a dimension's range"),
        Process(nameof(ProcessOptions.SeatRule),
            "Nobody holds links in more than two adjacent circles, or seats are kept.",
            words: ["replaceBelow", "keepAll"]),
        Process(nameof(ProcessOptions.QualificationLeast),
            "The least qualification a member accepts for a role.", 0, 1),
    ];

    public static ImmutableArray<ScenarioKey> Running { get; } =
    [
        Days(nameof(CadenceOptions.LeafDays),
            "Days between the meetings of a circle without children."),
        Days(nameof(CadenceOptions.UpperDays), "Days between the meetings of every circle above."),
        OptionSection.Key("cadence", nameof(CadenceOptions.Levels),
            "By level: days between the meetings of its circles, whole. Levels not named keep the two "
                + "rhythms above.", 1, 3650, "simulated days"),
        OptionSection.Key("cadence", nameof(CadenceOptions.MeetingMinutes),
            "Minutes a meeting lasts: matters are taken in the agenda's order until they are used up, the "
                + "rest waits for the next meeting, and a longer matter goes on in it; 0 for no time-box.",
            0, 1440, "minutes"),
        Days(nameof(CadenceOptions.BallotDays),
            "Days a ballot of everyone takes, for the rules that need one."),
        OptionSection.Key("faults", nameof(FaultOptions.Hosts),
            "Simulated hosts that circles sit on and that can fail together; 0 for none.", 0,
                100_000, "hosts"),
        OptionSection.Key("faults", nameof(FaultOptions.Forgetful),
            "Share of agreements a secretary forgets to hand over when their domain moves to another circle.", 0, 1),
        Minutes(nameof(MeasureOptions.ReadMinutes), "Reading a proposal, per member."),
        Minutes(nameof(MeasureOptions.ClarifyMinutes), "Clarifying questions, per member."),
        Minutes(nameof(MeasureOptions.SpeakMinutes),
            "One member speaking in a round, everybody listening."),
        Minutes(nameof(MeasureOptions.DecideMinutes), "Giving or withholding consent, per member."),
        Minutes(nameof(MeasureOptions.ObjectionMinutes),
            "Integrating one objection, everybody present."),
        Minutes(nameof(MeasureOptions.BallotMinutes),
            "Filling in a ballot, per person, for the rules that use one."),
        OptionSection.Key("measure", nameof(MeasureOptions.SmallestHarm),
            "The smallest difference of mean harm worth a sentence.", 0, 1,
                "share of a dimension's range"),
    ];

    private static ScenarioKey Process(
        string property, string meaning, double low = double.NegativeInfinity,
        double high = double.PositiveInfinity, string unit = "", params string[] words) =>
        OptionSection.Key("process", property, meaning, low, high, unit, words);

    private static ScenarioKey Days(string property, string meaning) =>
        OptionSection.Key("cadence", property, meaning, 1, 3650, "simulated days");

    private static ScenarioKey Minutes(string property, string meaning) =>
        OptionSection.Key("measure", property, meaning, 0, 10_000, "minutes");
}
