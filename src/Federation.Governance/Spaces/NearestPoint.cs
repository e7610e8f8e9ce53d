namespace Federation.Governance.Spaces;

/// <summary>How the search for a text everybody can consent to ended.</summary>
public enum SearchEnd
{
    /// <summary>There is common ground, and this is its nearest point.</summary>
    Found,

    /// <summary>There is no common ground.</summary>
    Empty,

    /// <summary>The solver ran out of sweeps: an outcome of its own, never passed off as one of the others.</summary>
    NotConverged,
}

/// <summary>The point of the common ground nearest to a text, if there is any.</summary>
/// <param name="End">How the search ended.</param>
/// <param name="Point">The nearest point; the start if the ground is empty; the last iterate if not converged.</param>
public readonly record struct NearestPoint(SearchEnd End, Point Point);
