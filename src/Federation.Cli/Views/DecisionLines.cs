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
        var other => other,
    };

    public static string Spread(DecisionReport decision) =>
        $"{Say.Count(decision.CirclesAsked, "circle", "circles")} asked: "
            + $"{decision.CirclesCarried:#,0} carry it out as it stands, "
        + $"{decision.CirclesAdapted:#,0} in their own way, {decision.CirclesUnresolved:#,0} "
            + $"unresolved, "
        + $"{decision.CirclesDeclined:#,0} declined."
        + (decision.CirclesUnreached == 0
            ? "" : $" {decision.CirclesUnreached:#,0} were never reached: nobody could carry it down.");
}
