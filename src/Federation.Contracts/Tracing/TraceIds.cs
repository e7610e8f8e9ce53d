using System.Text;
using Federation.Governance.Circles;
using Federation.Governance.Logbooks;

namespace Federation.Contracts.Tracing;

/// <summary>The trace ids of a run, computed: any page's address is known before it is written.</summary>
/// <remarks>
/// The first 16 bytes of SHA-256("run|decision"), with the page's circle and more behind further
/// bars where there is one; 32 lower-case hexadecimal digits. The run id is drawn once per start,
/// so that two runs of one scenario do not merge.
/// </remarks>
public static class TraceIds
{
    /// <summary>The decision's first page: the owner's meeting and what lies next below.</summary>
    public static string Of(string run, int decision) => Hash($"{run}|{decision}");

    /// <summary>The page of a circle further down.</summary>
    /// <param name="version">A later version of the text goes down on pages of its own.</param>
    /// <param name="again">The cycle in which a matter that was settled before is told once more: after a
    /// review its owner's page has this form too; 0 for the first time.</param>
    public static string OfPage(string run, int decision, CircleId page, int version = 1, int again = 0) =>
        Hash($"{run}|{decision}|{page}{(version <= 1 ? "" : $"|{version}")}{Again(again)}");

    /// <summary>What a circle did with a matter on its way up: it was raised there, or passed on.</summary>
    public static string OfRising(string run, int decision, CircleId circle, int cycle) =>
        Hash($"{run}|{decision}|{circle}|rising {cycle}");

    /// <summary>An objection that went up from a page that was not kept.</summary>
    public static string OfObjection(string run, int decision, CircleId circle, int version, int again = 0) =>
        Hash($"{run}|{decision}|{circle}|objection {version}{Again(again)}");

    /// <summary>A circle was asked for something besides deciding, outside any other trace.</summary>
    /// <param name="what">"consult", "heed", "measure".</param>
    /// <param name="version">A request of its own kind in one cycle has another version.</param>
    public static string OfAsked(string run, int decision, CircleId circle, string what, int cycle, int version) =>
        Hash($"{run}|{decision}|{circle}|{what} {cycle}.{version}");

    /// <summary>What the console did for the run.</summary>
    public static string OfConsole(string run) => Hash($"{run}|console");

    /// <param name="role">"delegate", "leader", "facilitator" or "secretary".</param>
    /// <param name="cycle">The cycle it was held in, 0 for the founding.</param>
    public static string OfElection(string run, CircleId circle, string role, int cycle = 0) =>
        Hash($"{run}|0|{circle}|{role}{(cycle == 0 ? "" : $"|{cycle}")}");

    /// <summary>Whether a trace is among a share of all, 0..1: the same on every silo. All 16 bytes count.</summary>
    public static bool IsKept(string traceId, double ratio)
    {
        ArgumentNullException.ThrowIfNull(traceId);
        if (ratio >= 1) return true;
        var number = Convert.ToUInt64(traceId[..16], 16) ^ Convert.ToUInt64(traceId[16..], 16);
        return number < ratio * ulong.MaxValue;
    }

    private static string Again(int cycle) => cycle == 0 ? "" : $"|again {cycle}";

    private static string Hash(string text) => Digest.Of(Encoding.UTF8.GetBytes(text)).ToString()[..32];
}
