namespace Federation.Governance.Decisions;

/// <summary>What becomes of members who are not there.</summary>
public enum Absentees : byte
{
    /// <summary>Absent members cannot object.</summary>
    Waive = 0,

    /// <summary>Their opinions were gathered before, so they count as present.</summary>
    Gather = 1,

    /// <summary>The decision is final only after everyone has consented: one more meeting.</summary>
    Wait = 2,
}

/// <summary>Deciding without everybody in one room.</summary>
public sealed record Presence
{
    /// <summary>The share of members who must be heard for a circle to decide at all, 0..1; 0 for none.</summary>
    public double Quorum { get; init; }

    /// <summary>Lazy consent: a text is posted for this many simulated days, and silence is consent; 0 for
    /// never. Its weakness: silence may mean not read.</summary>
    public int LazyDays { get; init; }
}
