namespace Federation.Governance.Decisions;

/// <summary>Who talks with whom in one turn of talk.</summary>
public enum TalkKind : byte
{
    /// <summary>Everybody speaks and everybody listens.</summary>
    Round = 0,

    /// <summary>Two and two, drawn by lot anew each time.</summary>
    Pairs = 1,

    /// <summary>Nobody: people consent or object to what they read.</summary>
    None = 2,
}

/// <summary>Whose preferences weigh how much with those who listen.</summary>
public enum Listening : byte
{
    /// <summary>All alike.</summary>
    Equal = 0,

    /// <summary>By perceived skill, as arguments do.</summary>
    Skill = 1,
}

/// <summary>How a circle talks before and between consent rounds.</summary>
public sealed record Talking
{
    public TalkKind Kind { get; init; }

    public Listening Listening { get; init; }
}
