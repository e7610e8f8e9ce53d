using System.Collections.Immutable;
using Federation.Governance.Counting;
using Federation.Governance.Rules;
using Federation.Governance.Spaces;

namespace Federation.Society.Scenarios;

/// <summary>How a scenario's words choose a rule.</summary>
public static class RulePractices
{
    private static readonly ImmutableSortedDictionary<string, Method> Methods =
        new Dictionary<string, Method>
        {
            ["consent"] = Method.Consent,
            ["majority"] = Method.Majority,
            ["share"] = Method.Share,
            ["setter"] = Method.Setter,
            ["amendments"] = Method.Amendments,
            ["median"] = Method.Median,
            ["bargaining"] = Method.Bargaining,
            ["decree"] = Method.Decree,
            ["statusQuo"] = Method.StatusQuo,
            ["accept"] = Method.Accept,
            ["random"] = Method.Random,
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static readonly ImmutableSortedDictionary<string, Electorate> Electorates =
        new Dictionary<string, Electorate>
        {
            ["chamber"] = Electorate.Chamber,
            ["panel"] = Electorate.Panel,
            ["liquid"] = Electorate.Liquid,
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Every rule by its name, consent first.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "consent", .. Methods.Keys.Where(name => name != "consent"), .. Electorates.Keys,
        .. CountingRules.All.Select(rule => rule.Name),
    ];

    /// <summary>How those who decide for others may decide.</summary>
    public static ImmutableArray<string> Then { get; } =
    [
        "majority", "share", "setter", "amendments", "median", .. CountingRules.All.Select(rule => rule.Name),
    ];

    /// <summary>What a chamber or delegations can use: whatever one ballot is enough for.</summary>
    public static bool NeedsOneBallot(string then) => then != "median";

    public static RulePractice Of(Scenario scenario)
    {
        var (name, rules) = (scenario.Rule, scenario.Rules);
        var electorate = Electorates.GetValueOrDefault(name, Electorate.All);
        if (electorate != Electorate.All) name = rules.Then;
        return new RulePractice
        {
            Method = Methods.GetValueOrDefault(name, Method.Counting),
            Electorate = electorate,
            Counting = CountingRules.Find(name),
            Amendable = rules.Amendable == "yes",
            Nested = rules.Nested == "yes",
            Latitude = rules.Latitude == "yes",
            Quorum = rules.Quorum,
            Share = rules.Share,
            ByTolerance = rules.Supports == "tolerance",
            Alternatives = rules.Alternatives,
            WritingNoise = rules.WritingNoise,
            Panel = rules.Panel,
            ByPopulation = rules.Weights == "population",
            NearestToMedian = rules.Elects == "median",
            Reports = rules.Reports,
            ReportNoise = Fixed.Round(rules.ReportNoise),
            Entrusting = rules.Entrusting,
            WeightMost = rules.WeightMost,
            Group = rules.Group,
            BallotDays = scenario.Cadence.BallotDays,
        };
    }
}
