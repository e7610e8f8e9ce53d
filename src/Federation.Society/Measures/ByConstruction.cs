using System.Collections.Immutable;
using Federation.Governance.Counting;

namespace Federation.Society.Measures;

/// <summary>A rule that does well on a measure because it goes for it: the measure then says little for it.</summary>
/// <param name="Condition">When; empty for always.</param>
public sealed record Mark(string Measure, string Rule, string Condition = "");

/// <summary>Every such pair, once: measures, reports and both guides take it from here.</summary>
public static class ByConstruction
{
    private const string AsBrought = "among the alternatives, where the text is put as brought and all come";

    private static readonly string[] Condorcet =
        ["condorcet", "minimax", "schulze-margins", "schulze-winning-votes", "copeland"];

    /// <summary>Rules under which everybody has a ballot, or chains of delegates go up from everybody.</summary>
    private static readonly string[] Everybody =
    [
        "consent", "majority", "share", "setter", "amendments", "median", "chamber", "liquid",
        .. CountingRules.All.Select(rule => rule.Name),
    ];

    public static ImmutableArray<Mark> All { get; } =
    [
        new("outsideTolerance", "consent", "among those present"),
        new("outsideTolerance", "share", "`rules.share=1` with `rules.supports=tolerance`"),
        new("decisionYield", "accept"),
        .. from measure in new[] { "personHours", "weeks" }
           from rule in new[] { "statusQuo", "accept", "random" }
           select new Mark(measure, rule),
        .. from measure in new[]
           {
               "meanUtility", "meanUtilityQuadratic", "socialUtilityEfficiency", "distanceToMedian",
               "metricDistortion", "distanceToMiddle", "representativeness",
           }
           select new Mark(measure, "median"),
        new("meanUtility", "score", "among the alternatives"),
        .. Condorcet.Select(rule => new Mark("condorcetEfficiency", rule, AsBrought)),
        new("losers", "statusQuo"),
        .. Everybody.Select(rule => new Mark("hadASay", rule)),
        new("differsFromMajority", "majority", "where all come and nobody changes their mind"),
        new("differsFromMajority", "amendments", "where all come and nobody changes their mind"),
        .. Condorcet.Select(rule =>
            new Mark("differsFromMajority", rule, "where one alternative beats all others two by two")),
        new("votedDown", "statusQuo"),
        new("votedDown", "majority"),
        new("beatenBy", "majority"),
    ];

    public static ImmutableArray<string> Rules(string measure) =>
        [.. All.Where(mark => mark.Measure == measure).Select(mark => mark.Rule)];
}
