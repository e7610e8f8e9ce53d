namespace Federation.Society.Scenarios;

/// <summary>Who strains the process. Shares are drawn from the seed, each on its own: raising one
/// leaves everybody else as they are. Whoever is drawn for several does the first of captured,
/// blocking, manipulating, exaggerating.</summary>
public sealed record AttackOptions
{
    /// <summary>Share of people who speak for <see cref="Target"/> alone, 0..1.</summary>
    public double Captured { get; init; }

    /// <summary>Share of delegates who do so above, while at home they are honest, 0..1.</summary>
    public double Delegates { get; init; }

    /// <summary>Share of leaders who do so above, likewise, 0..1.</summary>
    public double Leaders { get; init; }

    /// <summary>How captured people elect: "honest", or "strategic": they find whoever is captured too as fit as
    /// can be, and object to everybody else.</summary>
    public string Elections { get; init; } = "honest";

    /// <summary>Share of circles in which everybody does, 0..1.</summary>
    public double Circles { get; init; }

    /// <summary>Share of the simulated hosts (<see cref="FaultOptions.Hosts"/>) whose circles are
    /// captured, 0..1.</summary>
    public double Hosts { get; init; }

    /// <summary>What the captured ask for: this share of every dimension's range, 0..1.</summary>
    public double Target { get; init; } = 1;

    /// <summary>Share of people who object to everything and give no reason, 0..1.</summary>
    public double Blockers { get; init; }

    /// <summary>Share of people who leave once an objection of theirs kept a circle from deciding, 0..1.</summary>
    public double Leavers { get; init; }

    /// <summary>Share of people who exaggerate, 0..1.</summary>
    public double Exaggerators { get; init; }

    /// <summary>How much: that share of their tolerance is denied, and that share of the distance to the
    /// text added, 0..1.</summary>
    public double Exaggeration { get; init; } = 0.5;

    /// <summary>Share of people who state whatever brings the outcome nearest to what they want, 0..1.</summary>
    public double Manipulators { get; init; }

    /// <summary>Fake members per person who lives in an infiltrated circle, 0..10.</summary>
    public double Sybils { get; init; }

    /// <summary>Share of circles without children that are infiltrated, 0..1.</summary>
    public double Infiltrated { get; init; } = 1;

    /// <summary>Share of circles whose facilitator declares every objection invalid, 0..1.</summary>
    public double Facilitators { get; init; }

    /// <summary>A text further than this from the one without strain counts as deviated, and one this near
    /// to the target as captured; coordinate units.</summary>
    public double Delta { get; init; } = 0.05;

    /// <summary>Whether anybody strains anything.</summary>
    public bool Any => Captured > 0 || Delegates > 0 || Leaders > 0 || Circles > 0 || Hosts > 0 || Blockers > 0
        || Leavers > 0 || Exaggerators > 0 || Manipulators > 0 || (Sybils > 0 && Infiltrated > 0) || Facilitators > 0;
}
