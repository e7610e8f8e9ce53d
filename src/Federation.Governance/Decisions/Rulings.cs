namespace Federation.Governance.Decisions;

/// <summary>Whether a facilitator who declares objections invalid gets away with it.</summary>
internal static class Rulings
{
    /// <summary>Where nobody but the chair is to judge an objection its word passes; where the objector or
    /// the group judges, it does not.</summary>
    public static bool Hold(Gate gate) => gate is Gate.Sofa or Gate.Holacracy;
}
