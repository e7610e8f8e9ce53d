namespace Federation.Governance.Federating;

/// <summary>What was found wrong with the domains when a matter looked for its circle.</summary>
public enum Finding : byte
{
    None = 0,

    /// <summary>More than one circle claims it; the lowest circle above them all decides.</summary>
    Claim = 1,

    /// <summary>It lies in nobody's domain; the root takes it up.</summary>
    Gap = 2,
}
