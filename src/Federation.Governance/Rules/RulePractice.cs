using Federation.Governance.Counting;
using Federation.Governance.Spaces;

namespace Federation.Governance.Rules;

/// <summary>How opinions become one text, consent or another way.</summary>
public enum Method : byte
{
    /// <summary>The consent process; everything else here is a comparator.</summary>
    Consent = 0,

    /// <summary>The text against what holds; with the same amendments, the amended text against it first.</summary>
    Majority = 1,

    /// <summary>The text holds if a named share of those who take part support it.</summary>
    Share = 2,

    /// <summary>One person, drawn by lot where the matter was raised, puts the text they like best of those
    /// that pass.</summary>
    Setter = 3,

    /// <summary>The alternatives in a fixed order, two at a time, the winner stays; what holds comes last.</summary>
    Amendments = 4,

    /// <summary>Dimension by dimension what half of them want more of and half less.</summary>
    Median = 5,

    /// <summary>A counting rule over ballots on all alternatives: <see cref="RulePractice.Counting"/>.</summary>
    Counting = 6,

    /// <summary>One person decides.</summary>
    Decree = 7,

    /// <summary>Null model: what holds goes on holding.</summary>
    StatusQuo = 8,

    /// <summary>Null model: every text is accepted.</summary>
    Accept = 9,

    /// <summary>Null model: one of the alternatives by lot.</summary>
    Random = 10,

    /// <summary>People drawn by lot bargain two by two, each pair from what the last one agreed on.</summary>
    Bargaining = 11,
}

/// <summary>Whose opinions a comparator asks for.</summary>
public enum Electorate : byte
{
    /// <summary>Everybody who comes.</summary>
    All = 0,

    /// <summary>One person for each district, elected there.</summary>
    Chamber = 1,

    /// <summary>A group drawn by lot, which talks first.</summary>
    Panel = 2,

    /// <summary>Everybody who does not entrust their ballot to somebody else.</summary>
    Liquid = 3,
}

/// <summary>The rule by which a federation decides, and its parameters.</summary>
/// <remarks>Meaning, unit, default and range of each are in docs/guide/scenario.md, section "rules".
/// Definitions: docs/guide/rules.md.</remarks>
public sealed record RulePractice
{
    /// <summary>Alternatives a ballot may name at most: what bounds the number of different ballots.</summary>
    public const int AlternativesMost = 6;

    public Method Method { get; init; }
    public Electorate Electorate { get; init; }

    /// <summary>With <see cref="Method.Counting"/>: how the ballots are counted.</summary>
    public ICountingRule? Counting { get; init; }

    /// <summary>Whether the text may be changed by the integration step of consent before it is put.</summary>
    public bool Amendable { get; init; } = true;

    /// <summary>Whether it is decided level by level, or by all at once.</summary>
    public bool Nested { get; init; }

    /// <summary>Whether circles below find their own way by the same rule, or carry out the text as it is.</summary>
    public bool Latitude { get; init; } = true;

    /// <summary>The share of people who must take part for anything but the status quo, 0..1.</summary>
    public double Quorum { get; init; }

    /// <summary>Under <see cref="Method.Share"/>: of those who take part, the share that must support it, .5 to 1;
    /// at .5 more than half.</summary>
    public double Share { get; init; } = 0.5;

    /// <summary>Whether people support what lies in their range of tolerance, or what is nearer to them.</summary>
    public bool ByTolerance { get; init; }

    /// <summary>Alternatives on a ballot, the status quo and the text among them, 2..6.</summary>
    public int Alternatives { get; init; } = AlternativesMost;

    /// <summary>Standard deviation of what somebody misses of their own ideal when writing an alternative.</summary>
    public double WritingNoise { get; init; }

    /// <summary>Members of a panel, or people who bargain.</summary>
    public int Panel { get; init; } = 25;

    /// <summary>Whether a district is one seat, or as many as people live in it.</summary>
    public bool ByPopulation { get; init; }

    /// <summary>Whether a district elects whoever is nearest to its median, or by plurality.</summary>
    public bool NearestToMedian { get; init; } = true;

    /// <summary>Reports an informed decree rests on; 0 for the ruler's own view.</summary>
    public int Reports { get; init; }

    /// <summary>Standard deviation of what one hop adds to a report's error.</summary>
    public double ReportNoise { get; init; }

    /// <summary>Probability that somebody entrusts their ballot to another.</summary>
    public double Entrusting { get; init; } = 0.5;

    /// <summary>Ballots one person may hold, their own included; 0 for no limit.</summary>
    public int WeightMost { get; init; }

    /// <summary>People per mixed group that talks before a ballot; under 2 nobody talks.</summary>
    public int Group { get; init; }

    /// <summary>Days a ballot of everyone takes.</summary>
    public int BallotDays { get; init; } = 28;

    public bool IsConsent => Method == Method.Consent;

    /// <summary>How many of n a text needs: all, or the share but always more than half, so that the k-majorities
    /// are k = floor(n/2)+1 .. n.</summary>
    public long Needed(long n) => Method switch
    {
        Method.Consent => n,
        Method.Share => Math.Max((n / 2) + 1, (long)Math.Ceiling((Share * n) - Tolerance.Epsilon)),
        _ => (n / 2) + 1,
    };

    /// <summary>Whether it chooses among the alternatives that people wrote.</summary>
    internal bool NeedsAlternatives => Method is Method.Counting or Method.Amendments or Method.Random;

    /// <summary>The same rule for one group in one room.</summary>
    internal RulePractice Inside => this with { Electorate = Electorate.All, Group = 0, Nested = false, Quorum = 0 };
}
