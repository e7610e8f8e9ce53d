using Federation.Governance.Circles;
using Federation.Governance.Logbooks;

namespace Federation.Society.Runs;

/// <summary>What a run is bound to: its scenario, chance and data, and nothing of the machine.</summary>
public static class Genesis
{
    /// <param name="resolvedScenario">Every key of the scenario, in its canonical text.</param>
    /// <param name="dataHash">The hash of the data files the plan is computed from; empty for none.</param>
    public static Digest Of(string resolvedScenario, ulong seed, int replication, string dataHash)
    {
        var writer = new CanonicalWriter();
        writer.Text("federation");
        writer.Byte(Circle.EncodingVersion);
        writer.Text(resolvedScenario);
        writer.ULong(seed);
        writer.Int(replication);
        writer.Text(dataHash);
        return Digest.Of(writer.Written);
    }
}
