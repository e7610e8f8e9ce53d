namespace Federation.Governance.Federating;

/// <summary>What falls due for an agreement in force.</summary>
public enum Due : byte
{
    /// <summary>Nothing is decided: a year has passed, and harm is measured.</summary>
    Look = 0,

    /// <summary>Its circle looks at it again: keep, change or end it.</summary>
    Review = 1,

    /// <summary>The day of its review passed, and nobody looked.</summary>
    Missed = 2,

    /// <summary>Its term is over: it no longer holds.</summary>
    Expiry = 3,

    /// <summary>Its circle ended it: those below are told.</summary>
    End = 4,
}

/// <summary>What came of it.</summary>
public enum Verdict : byte
{
    Seen = 0,
    Missed = 1,

    /// <summary>The text stays as it is, for another term.</summary>
    Kept = 2,

    /// <summary>Another version holds, for another term.</summary>
    Changed = 3,

    /// <summary>It no longer holds, by consent.</summary>
    Ended = 4,

    /// <summary>No consent to keep, change or end it: it holds until its term is over.</summary>
    Unrenewed = 5,

    Expired = 6,
}
