using System.Collections.Concurrent;
using Federation.Contracts.Tracing;
using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Society.People;
using Federation.Society.Places;
using Federation.Society.Runs;
using Federation.Society.Scenarios;

namespace Federation.Grains.Tracing;

/// <summary>What spans of one run need to know: its pages, its matters and its words.</summary>
internal sealed class TracedRun(string run, World world, SpanSampling sampling)
{
    /// <summary>Services at most: Jaeger tells no more colours apart.</summary>
    public const int LevelsMost = 8;

    private const int ArgumentLettersMost = 200;

    private readonly Telling _telling = new(world);
    private readonly Dictionary<int, Matter> _matters = world.Scenario.Agenda.ToDictionary(matter => matter.Id);
    private readonly ConcurrentDictionary<int, int> _late = new();
    private readonly double _ratio = sampling.RatioFor(world.Plan.Circles);

    public string Run => run;

    /// <summary>Whether all matters are put to another rule than consent.</summary>
    public bool IsRuledOtherwise { get; } = world.Scenario.Rule != "consent" && world.Scenario.Rules.Nested != "yes";

    public FederationPlan Plan => world.Plan;

    public TracePages Pages { get; } = new(world.Plan);

    /// <summary>The level that is a circle's service; levels below the eighth count as the eighth.</summary>
    public static string LevelOf(PlannedCircle circle)
    {
        var levels = circle.Places.Select(place => place.Level).Distinct().ToList();
        var at = levels.IndexOf(circle.Level);
        return at < LevelsMost ? circle.Level : levels[LevelsMost - 1];
    }

    public string TitleOf(int decision) => _matters[decision].Title;

    /// <summary>"decide" and the domain: the first dimension a matter is about, of at most eight.</summary>
    public string DecideOf(int decision) =>
        SpanNames.Decide + world.Scenario.Space.Dimensions[_matters[decision].Dimensions[0]].Name;

    public string PageOf(int decision, CircleId circle, int version, int again) =>
        TraceIds.OfPage(run, decision, circle, version, again);

    public bool Keeps(string page) => TraceIds.IsKept(page, _ratio);

    /// <summary>Whether another objection from a page that is not kept may be.</summary>
    public bool KeepsLate(int decision) =>
        _late.AddOrUpdate(decision, 1, (_, before) => before + 1) <= SpanSampling.LateObjectionsMost;

    public string Argument(CircleId circle, Entry entry) => Short(_telling.Tell(circle, entry).Argument);

    /// <summary>Who spoke, why, and where the text then stands; an objection does not move it.</summary>
    public string Said(CircleId circle, Entry entry)
    {
        var told = _telling.Tell(circle, entry);
        var text = entry.Kind == EntryKind.ObjectionRaised ? "" : told.To;
        string[] parts = [told.Member, told.Argument, text];
        return Short(string.Join("; ", parts.Where(part => part.Length > 0)));
    }

    public string Member(CircleId circle, Entry entry) => _telling.Tell(circle, entry).Member;

    private static string Short(string said) =>
        said.Length <= ArgumentLettersMost ? said : said[..ArgumentLettersMost];
}
