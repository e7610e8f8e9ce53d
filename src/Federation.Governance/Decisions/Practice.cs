using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Elections;
using Federation.Governance.Linking;
using Federation.Governance.Members;
using Federation.Governance.Rules;
using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>The point a person's range of tolerance is measured from.</summary>
public enum Ground : byte
{
    Belief = 0,
    Preference = 1,
    Stand = 2,
}

/// <summary>How objections are integrated into a text.</summary>
public enum Integration : byte
{
    /// <summary>All at once: the point of common ground nearest to the text presented.</summary>
    Nearest = 0,

    /// <summary>One objection at a time, the strongest first, as facilitators do.</summary>
    One = 1,
}

/// <summary>A form of integration; a circle tries them in its own order.</summary>
public enum Form : byte
{
    Amend = 0,
    Shorten = 1,
    Measure = 2,
}

/// <summary>The way the circles of a federation decide: one agreement about all others.</summary>
/// <remarks>Meaning, unit, default and range of each are in docs/guide/scenario.md.</remarks>
public sealed record Practice
{
    public Gate Gate { get; init; }
    public Ground Ground { get; init; } = Ground.Stand;
    public bool BoxRanges { get; init; }
    public double CommonValue { get; init; } = 0.5;

    /// <summary>How much each dimension counts in a proposal; null where all count alike.</summary>
    public Salience? Salience { get; init; }

    public Integration Integration { get; init; }
    public ImmutableArray<Form> Forms { get; init; } = [Form.Amend, Form.Shorten, Form.Measure];
    public ImmutableArray<Rung> Ladder { get; init; } = [Rung.Split, Rung.Refer, Rung.Park];
    public double Shaping { get; init; } = 0.6;
    public int Tuners { get; init; } = 3;
    public int TalkRounds { get; init; } = 3;
    public int AmendmentsMax { get; init; } = 4;
    public ImmutableArray<double> Terms { get; init; } = [1, 0.5, 0.25];
    public double TermWidens { get; init; } = 0.5;
    public double MeasureWidens { get; init; } = 0.1;
    public Absentees Absentees { get; init; }
    public Judging Judging { get; init; } = new();
    public Presence Presence { get; init; } = new();
    public Impasse Impasse { get; init; } = new();

    /// <summary>Whether members consent to the order of a meeting's matters before the first.</summary>
    public bool AgendaConsent { get; init; }

    /// <summary>Emergency mandate: how far from what holds a leader may go at once in an urgent matter; 0 for
    /// none.</summary>
    public double Mandate { get; init; }

    public double Latitude { get; init; } = 0.15;
    public int ReviewsMax { get; init; } = 2;
    public double Confidence { get; init; }
    public Talking Talking { get; init; } = new();
    public double Keeps { get; init; } = 0.1;
    public double Duty { get; init; } = 0.5;
    public double ReportNoise { get; init; }
    public bool SeatsReplacedBelow { get; init; } = true;
    public double QualificationLeast { get; init; } = 0.3;
    public double Coordination { get; init; } = 0.5;
    public ReviewPractice Reviews { get; init; } = new();
    public RulePractice Rule { get; init; } = new();
    public Life Life { get; init; } = Life.None;
    public LinkPractice Links { get; init; } = new();
    public SelectionPractice Selection { get; init; } = new();
    public TimeBox TimeBox { get; init; } = TimeBox.None;

    /// <summary>How much a term of a given share of the one asked widens every range.</summary>
    public double Widening(double termShare) => 1 + (TermWidens * (1 - termShare));

    /// <summary>Where a person stands for the purpose of objecting, by the chosen ground.</summary>
    public Point StandOf(in Voice voice, in Point preference, in Point belief) =>
        StandOn(Ground, voice, preference, belief);

    /// <summary>Where a person would stand on a given ground.</summary>
    public Point StandOn(Ground ground, in Voice voice, in Point preference, in Point belief)
    {
        if (voice.Stated is { } stated) return stated;
        var own = ground switch
        {
            Ground.Belief => belief,
            Ground.Preference => preference,
            _ => (belief * CommonValue) + (preference * (1 - CommonValue)),
        };
        return voice.Mandate is { } mandate ? (mandate * voice.Duty) + (own * (1 - voice.Duty)) : own;
    }
}
