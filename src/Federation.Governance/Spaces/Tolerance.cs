namespace Federation.Governance.Spaces;

/// <summary>The one tolerance of the core: for consent, projections and feasibility alike.</summary>
/// <remarks>
/// With two different ones a text could be feasible for the solver and still draw an objection.
/// </remarks>
public static class Tolerance
{
    /// <summary>In units of the issue space, whose side is 1.</summary>
    public const double Epsilon = 1e-9;

    public static bool Within(double distance, double radius) => distance <= radius + Epsilon;
}
