using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>What several views say of a decision.</summary>
internal static class DecisionLines
{
    /// <summary>Dimension by dimension: what was decided and what it was when proposed.</summary>
    public static void Text(Page page, DecisionReport decision)
    {
        foreach (var (dimension, decided) in decision.Decided)
        {
            var unit = decision.Units.GetValueOrDefault(dimension, "");
            page.Line($"  {dimension}: {Say.Value(decided, unit)} "
                + $"(proposed: {Say.Value(decision.Proposed.GetValueOrDefault(dimension), unit)})");
        }
    }

    public static string EffectOf(DecisionReport decision) => decision.Effect switch
    {
        "limits" => "a limit within which every circle below decides how to carry it out",
        "informs" => "news for the circles below",
        "invites" => "an invitation to the circles below",
        "changesDomain" => "a change of a child's domain, consented to by its links",
        "ratify" => "a text every circle below must ratify (confederal)",
        var other => other,
    };

    public static string Spread(DecisionReport decision) =>
        $"{Say.Count(decision.CirclesAsked, "circle", "circles")} asked: "
            + $"{decision.CirclesCarried:#,0} carry it out as it stands, "
        + $"{decision.CirclesAdapted:#,0} in their own way, {decision.CirclesUnresolved:#,0} "
            + $"unresolved, "
        + $"{decision.CirclesDeclined:#,0} declined." + Exceptions(decision);

    private static string Exceptions(DecisionReport decision) => string.Concat(
        Told(decision.Variances, "has a variance", "have a variance"),
        Told(decision.CirclesSuspended, "has it suspended", "have it suspended"),
        Told(decision.CirclesRefused, "refuses to ratify", "refuse to ratify"),
        decision.RefusedIn.IsEmpty ? "" : $" Refused in {string.Join(", ", decision.RefusedIn)}.",
        Told(decision.Contradictions, "policy below contradicts it", "policies below contradict it"),
        Told(decision.CirclesUnreached, "was never reached", "were never reached: nobody could carry it down"),
        decision.Finding.Length > 0 ? $" On its way a {decision.Finding} between domains was found." : "");

    private static string Told(long count, string one, string many) =>
        count == 0 ? "" : $" {count:#,0} {(count == 1 ? one : many)}.";
}
