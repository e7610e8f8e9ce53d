namespace Federation.Governance.Decisions;

/// <summary>What a circle does when no form integrates what was said. Values are never renumbered.</summary>
public enum Rung : byte
{
    None = 0,

    /// <summary>The longest term under which all can live with a text.</summary>
    ShorterTerm = 1,

    /// <summary>The concern is measured and the agreement reviewed early.</summary>
    Measured = 2,

    /// <summary>Agree on the dimensions that can be agreed; the status quo holds on the others.</summary>
    Split = 3,

    /// <summary>The next broader circle, which both links of this one sit in, takes the matter.</summary>
    Refer = 4,

    /// <summary>The status quo holds; the matter returns later.</summary>
    Park = 5,

    /// <summary>Only as far from the status quo as leaves nobody worse off than it, or inside their range.</summary>
    SmallerStep = 6,

    /// <summary>Members whose ranges meet form sub-circles, each with its own text.</summary>
    Divide = 7,

    /// <summary>A few members work it out between two meetings; their text returns for consent once.</summary>
    Help = 8,

    /// <summary>Last resort: a group drawn by lot decides by its own consent.</summary>
    Resolution = 9,

    /// <summary>Last resort: the text with the least total objection, as an outsider would find it.</summary>
    Mediator = 10,

    /// <summary>Last resort: a share of members named in the bylaws is enough.</summary>
    Supermajority = 11,

    /// <summary>Last resort: every circle below decides for itself.</summary>
    Dissolve = 12,
}

/// <summary>What a top circle does when even the ladder ends: there is nobody to refer to.</summary>
/// <remarks>The field has no standard answer ("top circle problem"); Sociocracy For All's forum names a circle
/// of last resort, an ad-hoc group and provisions in the bylaws. The rest is assumed.</remarks>
public enum LastResort : byte
{
    /// <summary>Nothing is decided: the matter is parked.</summary>
    StatusQuo = 0,

    /// <summary><see cref="Rung.Resolution"/>.</summary>
    Resolution = 1,

    /// <summary><see cref="Rung.Mediator"/>.</summary>
    Mediator = 2,

    /// <summary><see cref="Rung.Supermajority"/>.</summary>
    Supermajority = 3,

    /// <summary><see cref="Rung.Dissolve"/>.</summary>
    Dissolve = 4,
}

/// <summary>What a circle agreed beforehand to do when it finds no consent.</summary>
public sealed record Impasse
{
    /// <summary>Members of a helping circle, and of a group of last resort; at least 1.</summary>
    public int Helpers { get; init; } = 3;

    public LastResort LastResort { get; init; }

    /// <summary>The share of members present that a supermajority needs, 0..1.</summary>
    public double Supermajority { get; init; } = 0.67;
}
