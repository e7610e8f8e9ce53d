using Federation.Governance.Circles;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Logbooks;

/// <summary>What kind of fact a circle's logbook records. Values are never renumbered.</summary>
public enum EntryKind : byte
{
    Founded = 0,
    DelegateElected = 1,
    LeaderNamed = 2,
    Forwarded = 3,
    Proposed = 4,
    Shaped = 5,
    ObjectionRaised = 6,
    Integrated = 7,
    TermShortened = 8,
    ConcernMeasured = 9,
    Split = 10,
    Decided = 11,
    Referred = 12,
    Parked = 13,
    CarriedOut = 14,
    Adapted = 15,
    Unresolved = 16,
    Declined = 17,
    Told = 18,
    ReviewRequested = 19,
    ReviewHeard = 20,
    Consulted = 40,
    DomainDelegated = 41,
    DomainNarrowed = 42,
    DomainReturned = 43,
    DomainDissolved = 44,
    Routed = 45,
    ClaimFound = 46,
    GapFound = 47,
    Ratified = 48,
    RatificationRefused = 49,
    NotRatified = 50,
    Suspended = 51,
    VarianceGranted = 52,
    VarianceEnded = 53,
    PolicyContradicted = 54,
    Entrusted = 55,

    /// <summary>A change of a domain is over: what it changed is as it was before.</summary>
    DomainRestored = 56,

    /// <summary>An objection does not count: no argument was given.</summary>
    NotArgued = 21,

    /// <summary>It is not paramount, as the objector sees it.</summary>
    NotParamount = 22,

    /// <summary>The group found that the argument does not qualify.</summary>
    NotQualified = 23,

    /// <summary>A concern: kept with the evaluation criteria, and never in the way.</summary>
    ConcernRecorded = 24,

    /// <summary>By its form: it claims no harm to the circle.</summary>
    NoHarm = 25,

    /// <summary>By its form: not the objector's own role is limited.</summary>
    NotOwnRole = 26,

    /// <summary>By its form: what it complains of holds already.</summary>
    NotNew = 27,

    /// <summary>By its form: there is time to adapt before significant harm.</summary>
    CanAdapt = 28,
    AgendaConsented = 29,
    AgendaChanged = 30,
    AgendaConfirmed = 31,
    Awaited = 32,
    NoQuorum = 33,
    SilentConsent = 34,

    /// <summary>A leader decided at once, within the mandate.</summary>
    MandateUsed = 35,
    MandateConfirmed = 36,
    MandateEnded = 37,
    StepTaken = 38,
    Divided = 39,

    /// <summary>A matter waits: the one it builds on is not taken yet.</summary>
    BasisUndecided = 104,

    /// <summary>From here on what links and elections tell.</summary>
    FacilitatorElected = 60,
    SecretaryElected = 61,
    Nominated = 62,
    Refused = 63,
    TieSettled = 64,
    IncumbentExtended = 65,
    LinkIncomplete = 66,
    DelegateRecalled = 67,
    MemberRemoved = 68,
    MemberKept = 69,
    NotCarriedUp = 70,
    NotCarriedDown = 71,
    MandateEmpty = 72,
    ObjectionRuledInvalid = 100,
    LeftAfterBlocking = 101,
    CarriedOver = 80,
    WentOn = 81,

    /// <summary>Somebody goes along into the circle above, for one matter.</summary>
    RepresentativeSent = 150,

    /// <summary>A circle is called together at once.</summary>
    MeetingCalled = 151,

    /// <summary>Fewer than a third of the members were there, and the others neither heard nor waited
    /// for.</summary>
    FewCame = 152,

    Observed = 82,
    Unreviewed = 83,
    Kept = 84,
    EndAgreed = 85,
    Ended = 86,
    Unrenewed = 87,
    Expired = 88,
    ObjectedInForce = 89,

    /// <summary>A neighbour cannot live with what a matter of another circle does to it.</summary>
    ExternalObjection = 90,
    ExternalHeard = 91,

    /// <summary>A matter goes to the lowest circle that covers all it affects.</summary>
    MovedUp = 92,

    /// <summary>The owner, a circle of another branch, changed its text.</summary>
    TextTaken = 93,

    /// <summary>Two limits leave no text that keeps both.</summary>
    LimitsContradicted = 94,
    Helped = 120,
    HelpReturned = 121,
    SearchGaveUp = 122,

    /// <summary>Last resorts: <see cref="Decisions.LastResort"/>.</summary>
    GroupDrawn = 123,
    Mediated = 124,
    SupermajorityFound = 125,
    Dissolved = 126,

    /// <summary>In force without the consent of all: under a mandate, by a last resort, or by another rule.</summary>
    Enacted = 127,

    /// <summary>From here on what comparators tell: those who took part in a circle.</summary>
    BallotHeld = 128,

    /// <summary>What a circle decided by the rule, for its links to speak for above.</summary>
    CircleRuled = 129,

    /// <summary>A circle's own way, or a text it owns, as the rule decided it among its members.</summary>
    RuledOtherwise = 130,
    RuledFor = 131,
    RuledAgainst = 132,
    TurnoutTooLow = 133,
    BallotTie = 134,

    /// <summary>Who ruled alone, or set the agenda.</summary>
    PersonDrawn = 135,
    GroupAsked = 136,

    /// <summary>Under delegation: the most ballots one person held.</summary>
    BallotsHeld = 137,
}

/// <summary>Why: on one dimension, what is asked and what a person or circle can live with at most.</summary>
/// <param name="Dimension">Its index in the issue space; -1 for no argument.</param>
/// <param name="Asked">The coordinate asked.</param>
/// <param name="Livable">The nearest coordinate inside the range of tolerance.</param>
public readonly record struct Argument(int Dimension, double Asked, double Livable)
{
    public static Argument None { get; } = new(-1, 0, 0);

    /// <summary>What was shortened: shares of the term asked, 0..1, before and after.</summary>
    public static Argument OfTerm(double before, double after) => new(-1, before, after);

    /// <summary>How many members there are, and how many of them came.</summary>
    public static Argument OfMembers(int all, int came) => new(-1, all, came);

    /// <summary>The dimension on which two points differ most; ties go to the first.</summary>
    public static Argument Between(Point asked, Point livable)
    {
        var widest = 0;
        for (var i = 1; i < asked.Dimensions; i++)
            if (Math.Abs(asked[i] - livable[i]) > Math.Abs(asked[widest] - livable[widest])) widest = i;
        return new Argument(widest, Fixed.Round(asked[widest]), Fixed.Round(livable[widest]));
    }
}

/// <summary>A past-tense fact in a circle's logbook, in simulated days only.</summary>
/// <param name="Decision">The matter it belongs to; 0 for none.</param>
/// <param name="Version">The version of the text, from 1; 0 for none.</param>
/// <param name="Round">The consent round or, in elections, the number of names proposed.</param>
/// <param name="From">Where the text stood before, in the whole issue space.</param>
/// <param name="To">Where it stands after; for an objection, the nearest point the speaker can live with.</param>
public sealed record Entry(
    EntryKind Kind, int Cycle, int Day, int Decision, int Version, int Round,
    Speaker Speaker, Argument Argument, Point? From, Point? To)
{
    /// <summary>The circle it is about or comes from, where that is neither the one whose logbook it is nor a
    /// child it names as the speaker: who asks for a review, who is granted an exception. The speaker is then a
    /// member of that circle.</summary>
    public CircleId? About { get; init; }

    public byte[] Encode()
    {
        var writer = CanonicalWriter.Scratch;
        Write(writer);
        return writer.ToArray();
    }

    public void Write(CanonicalWriter writer)
    {
        writer.Byte((byte)Kind);
        writer.Int(Cycle);
        writer.Int(Day);
        writer.Int(Decision);
        writer.Int(Version);
        writer.Int(Round);
        writer.Speaker(Speaker);
        writer.Int(Argument.Dimension);
        writer.Number(Argument.Asked);
        writer.Number(Argument.Livable);
        writer.Maybe(From);
        writer.Maybe(To);
        writer.Text(About?.Path ?? "");
    }

    public static Entry Read(ref CanonicalReader reader) =>
        new(reader.Known<EntryKind>(), reader.Int(), reader.Int(), reader.Int(),
            reader.Int(), reader.Int(), reader.Speaker(),
            new Argument(reader.Int(), reader.Number(), reader.Number()),
            reader.MaybePoint(), reader.MaybePoint())
        {
            About = reader.MaybeCircle(),
        };

    public static Entry Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new CanonicalReader(bytes);
        var entry = Read(ref reader);
        reader.End();
        return entry;
    }
}
