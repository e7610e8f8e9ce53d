namespace Federation.Governance.Decisions;

/// <summary>Whether a facilitator who declares objections invalid gets away with it.</summary>
internal static class Rulings
{
    /// <summary>Where nobody else is to judge an objection, the chair's word passes.</summary>
    public static bool Hold(Gate gate) => gate == Gate.Sofa;
}
