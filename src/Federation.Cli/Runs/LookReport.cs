using System.Collections.Immutable;
using Federation.Governance.Spaces;
using Federation.Society.Runs;

namespace Federation.Cli.Runs;

/// <summary>A day something was due for an agreement in force, as documents show it.</summary>
/// <param name="Verdict">"seen", "missed", "kept", "changed", "ended", "unrenewed" or "expired".</param>
/// <param name="Decided">The text from that day on, by dimension, in its unit.</param>
/// <param name="HarmBefore">Mean harm that day; <paramref name="HarmAfter"/> once the next text is carried out.</param>
public sealed record LookReport(
    int Day, int Cycle, string Verdict, int Version, ImmutableSortedDictionary<string, double> Decided,
    double HarmBefore, double HarmAfter, double OutsideTolerance, RangeReport PersonHours)
{
    public static LookReport Of(LookOutcome look, DecisionOutcome decision, IssueSpace space) => new(
        look.Day, look.Cycle, look.Verdict, look.Version,
        DecisionReport.InUnits(look.Decided, decision.Dimensions, space),
        look.HarmBefore, look.HarmAfter, look.OutsideTolerance, RangeReport.Of(look.PersonHours));
}
