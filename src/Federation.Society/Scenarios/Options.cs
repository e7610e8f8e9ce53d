using System.Collections.Immutable;


namespace Federation.Society.Scenarios;

/// <summary>How people differ. Defaults are assumptions from trials, not field data.</summary>
public sealed record PeopleOptions
{
    /// <summary>Range of tolerance, drawn uniformly between these, in coordinate units, 0..2.</summary>
    public double ToleranceLow { get; init; } = 0.25;
    public double ToleranceHigh { get; init; } = 0.55;

    /// <summary>How unlike dimensions count to a person: weights drawn evenly from 1 - this to 1 + this, then scaled
    /// to a mean of 1, 0..0.99.</summary>
    public double SalienceSpread { get; init; }

    /// <summary>"ball": one radius around the person's point; "box": per dimension.</summary>
    public string ToleranceShape { get; init; } = "ball";

    /// <summary>The point tolerance is measured from: "belief", "preference" or "stand".</summary>
    public string Ground { get; init; } = "stand";

    /// <summary>Share of common value in a stand: stand = w belief + (1-w) preference, 0..1.</summary>
    public double CommonValue { get; init; } = 0.5;

    /// <summary>Standard deviation per dimension of people's preferences around their circle's mean.</summary>
    public double Spread { get; init; } = 0.12;

    /// <summary>Where the outermost place's mean preference lies.</summary>
    public double Mean { get; init; } = 0.5;

    /// <summary>Standard deviation, per level, of a place's mean around the enclosing place's.</summary>
    public ImmutableSortedDictionary<string, double> LevelSpread { get; init; } = LevelSpreads.Default;

    /// <summary>Standard deviation of a person's signal of what a circle needs.</summary>
    public double SignalNoise { get; init; } = 0.12;

    /// <summary>Conviction ("immunity to change") is Beta(a, b) with integer parameters 1..20.</summary>
    public int ConvictionA { get; init; } = 2;
    public int ConvictionB { get; init; } = 2;

    /// <summary>Probability that a member is present at a meeting, 0..1.</summary>
    public double Attendance { get; init; } = 0.8;

    /// <summary>Apathy of size: attendance is divided by 1 + this for each member beyond seven, 0..1.</summary>
    public double SizeApathy { get; init; }

    /// <summary>How unlike people are in activity: a person's attendance is the circle's times a factor
    /// drawn evenly from 1 - this to 1 + this, 0..1.</summary>
    public double ActivitySpread { get; init; }

    /// <summary>For each further seat in the circles next above and below, attendance is divided by
    /// 1 + this, 0..10.</summary>
    public double Overload { get; init; }
}

/// <summary>What circles really need, which nobody knows.</summary>
public sealed record NeedOptions
{
    public double Mean { get; init; } = 0.5;
    public ImmutableSortedDictionary<string, double> LevelSpread { get; init; } = LevelSpreads.Default;

    /// <summary>The price of differing from one's neighbours: weight of the second term of harm, 0..5.</summary>
    public double Coordination { get; init; } = 0.5;

    /// <summary>Standard deviation, per dimension and year, of how a place's need moves away from
    /// its enclosing place's; 0: needs stay.</summary>
    public double Drift { get; init; }
}

/// <summary>Named spreads by level.</summary>
public static class LevelSpreads
{
    public static ImmutableSortedDictionary<string, double> Default { get; } =
        new Dictionary<string, double>
        {
            ["region"] = 0.06, ["subregion"] = 0.04, ["country"] = 0.06, ["subdivision"] = 0.04,
            ["city"] = 0.04, ["neighbourhood"] = 0.03,
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>No level is named.</summary>
    public static ImmutableSortedDictionary<string, double> None { get; } =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>For a level the scenario does not name, as in a tree with levels of its own.</summary>
    public const double Unnamed = 0.05;
}

/// <summary>How circles decide.</summary>
public sealed record ProcessOptions
{
    /// <summary>Which objections count: "sofa", "scm", "s3", "holacracy".</summary>
    public string Gate { get; init; } = "sofa";

    /// <summary>Under "scm": how far outside their range, as a share of its radius, is paramount, 0..2.</summary>
    public double Paramount { get; init; } = 0.1;

    /// <summary>Under "s3": probability that a group sees through a false argument, 0..1.</summary>
    public double Screened { get; init; } = 0.7;

    /// <summary>Under "s3": probability that a group wrongly dismisses a true argument, 0..1.</summary>
    public double Misjudged { get; init; } = 0.02;

    /// <summary>"nearest": all objections at once; "one": one objection at a time.</summary>
    public string Integration { get; init; } = "nearest";

    /// <summary>The forms of integration, in the order they are tried.</summary>
    public ImmutableArray<string> Forms { get; init; } = ["amend", "shorten", "measure"];

    /// <summary>How far tuners move the text towards what the circle believes it needs, 0..1.</summary>
    public double Shaping { get; init; } = 0.6;

    /// <summary>How many tuners write the text, 1..5.</summary>
    public int Tuners { get; init; } = 3;

    /// <summary>Rounds of talk before the first consent round, 0..10.</summary>
    public int TalkRounds { get; init; } = 3;

    /// <summary>Amendments a circle makes to one decision before it takes the ladder, 0..20.</summary>
    public int AmendmentsMax { get; init; } = 4;

    /// <summary>Shares of the asked term that may be agreed instead, descending, the first is 1.</summary>
    public ImmutableArray<double> Terms { get; init; } = [1.0, 0.5, 0.25];

    /// <summary>How much a shorter term widens tolerance: m = 1 + gamma (1 - term share), 0..2.</summary>
    public double TermWidens { get; init; } = 0.5;

    /// <summary>How much a measure with an early review widens the tolerance of who raised the concern, 0..1.</summary>
    public double MeasureWidens { get; init; } = 0.1;

    /// <summary>What a circle does when no text can be integrated, in order: "smallerStep", "shorterTerm",
    /// "split", "divide", "help", "refer", "park".</summary>
    public ImmutableArray<string> Ladder { get; init; } = ["split", "refer", "park"];

    /// <summary>Members of a helping circle and of a group of last resort, 1..20.</summary>
    public int Helpers { get; init; } = 3;

    /// <summary>What the top circle does when the ladder ends: "statusQuo", "resolution", "mediator",
    /// "supermajority", "dissolve".</summary>
    public string LastResort { get; init; } = "statusQuo";

    /// <summary>Share of members present that "supermajority" needs, 0..1.</summary>
    public double Supermajority { get; init; } = 0.67;

    /// <summary>"waive": absent members cannot object; "gather": their opinions were gathered before;
    /// "wait": the decision waits for everyone, one more meeting.</summary>
    public string Absentees { get; init; } = "waive";

    /// <summary>Share of members who must be there for a circle to decide under "waive", 0..1; 0 for none.</summary>
    public double Quorum { get; init; }

    /// <summary>Lazy consent: days a text is posted for before silence is consent; 0 for never, 0..365.</summary>
    public int LazyDays { get; init; }

    /// <summary>Probability that a member reads what is posted before its deadline, 0..1.</summary>
    public double LazyReads { get; init; } = 0.6;

    /// <summary>"fixed": by deadline, people affected, lot; "consent": members may object to that order.</summary>
    public string Agenda { get; init; } = "fixed";

    /// <summary>Emergency mandate: how far from what holds a leader may go at once, 0..2; 0 for none.</summary>
    public double Mandate { get; init; }

    /// <summary>How far a circle's own way of carrying out may lie from the text, 0..1.</summary>
    public double Latitude { get; init; } = 0.15;

    /// <summary>Who lists the agreements that go along when a domain moves: "own": the circle that loses it;
    /// "both": the secretary above goes through its logbook too.</summary>
    public string Handover { get; init; } = "own";

    /// <summary>How often the owner may change a text after review requests, 0..5.</summary>
    public int ReviewsMax { get; init; } = 2;

    /// <summary>"round": everybody speaks to everybody; "pairs": two and two by lot; "none".</summary>
    public string Talk { get; init; } = "round";

    /// <summary>Whose preferences weigh how much in a round: "equal" or by "skill".</summary>
    public string Listening { get; init; } = "equal";

    /// <summary>People listen to preferences no further off than this; 0 for no bound.</summary>
    public double Confidence { get; init; }

    /// <summary>How much of what a meeting did to a preference stays, 0..1.</summary>
    public double Keeps { get; init; } = 0.1;

    /// <summary>How much of a link's stand is the circle's, the rest being its own, 0..1.</summary>
    public double Duty { get; init; } = 0.5;

    /// <summary>Standard deviation of what a link gets wrong when reporting, 0..1.</summary>
    public double ReportNoise { get; init; }

    /// <summary>"replaceBelow": nobody holds links in more than two adjacent circles; "keepAll".</summary>
    public string SeatRule { get; init; } = "replaceBelow";

    /// <summary>The least qualification a member accepts for a role, 0..1.</summary>
    public double QualificationLeast { get; init; } = 0.3;
}

/// <summary>When circles meet, in simulated days.</summary>
public sealed record CadenceOptions
{
    /// <summary>Days between a circle's meetings, for a leaf; every level above meets by
    /// <see cref="UpperDays"/>.</summary>
    public int LeafDays { get; init; } = 14;
    public int UpperDays { get; init; } = 28;

    /// <summary>By level: days between meetings there, for levels that keep another rhythm.</summary>
    public ImmutableSortedDictionary<string, double> Levels { get; init; } = LevelSpreads.None;

    /// <summary>Minutes a meeting lasts; what it cannot take waits for the next. 0 for no time-box.</summary>
    public int MeetingMinutes { get; init; }

    /// <summary>Days a ballot of everyone takes to hold, for the rules that need one.</summary>
    public int BallotDays { get; init; } = 28;
}

/// <summary>Simulated faults, drawn from the seed; a real fault never changes a result.</summary>
public sealed record FaultOptions
{
    /// <summary>Simulated hosts: a circle sits on hash(path) mod hosts. 0 for none.</summary>
    public int Hosts { get; init; }

    /// <summary>Share of agreements that the secretary of a circle which loses their domain forgets to hand over,
    /// 0..1.</summary>
    public double Forgetful { get; init; }
}

/// <summary>Minutes that parts of a meeting take; all swept x0.5 to x2 in reports.</summary>
public sealed record MeasureOptions
{
    public double ReadMinutes { get; init; } = 5;
    public double ClarifyMinutes { get; init; } = 1;
    public double SpeakMinutes { get; init; } = 1.5;
    public double DecideMinutes { get; init; } = 0.2;
    public double ObjectionMinutes { get; init; } = 6;
    public double BallotMinutes { get; init; } = 3;

    /// <summary>The smallest difference of mean harm worth a sentence, coordinate units.</summary>
    public double SmallestHarm { get; init; } = 0.01;
}
