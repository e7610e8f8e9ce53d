using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>What circles did when no text could be integrated, and the price of it.</summary>
internal static class LadderLines
{
    public static void Write(Page page, DecisionReport decision)
    {
        if (decision.Dismissed > 0) page.Line(
            $"{Say.Count(decision.Dismissed, "objection", "objections")} did not count, by the gate agreed on.");
        if (decision.Rung is { Length: > 0 } and not "mandate") page.Line(
            $"No text could be integrated at first: {decision.Rung}.");
        foreach (var rung in decision.Rungs)
            page.Line(
                $"  {rung.Rung}: tried in {Say.Count(rung.Tried, "meeting", "meetings")} "
                + $"({Say.Share(rung.Share)} of all), held in {rung.Held:#,0}; "
                + $"{Say.Range(rung.PersonHours, "person-hours")}, {Say.Value(rung.Days, "days")} each.");
    }
}
