using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;
using Federation.Society.People;
using Federation.Society.Places;

namespace Federation.Society.Runs;

/// <summary>A circle's entries in people's words and units.</summary>
public sealed class Telling(World world)
{
    private readonly FederationPlan _plan = world.Plan;
    private readonly IssueSpace _space = world.Scenario.Space;
    private readonly Dictionary<int, ImmutableArray<int>> _about =
        world.Scenario.Agenda.ToDictionary(matter => matter.Id, matter => matter.Dimensions);

    public MinuteLine Tell(CircleId circle, Entry entry)
    {
        var planned = _plan.Find(circle);
        return new MinuteLine(
            entry.Day, entry.Cycle, circle.Path, planned.Level,
            Round(entry), Kind(entry.Kind),
            Member(entry.About is { } told ? _plan.Find(told) : planned, entry.Speaker), Argument(entry),
            Text(entry, entry.From), Text(entry, entry.To))
        {
            Decision = entry.Decision,
            About = entry.About is { } about ? $"{_plan.Find(about).Name} ({about})" : "",
        };
    }

    /// <summary>The consent round something was said in; 0 where the entry's number counts something else.</summary>
    private static int Round(Entry entry) => entry.Kind is EntryKind.Forwarded or EntryKind.DelegateElected
        or EntryKind.LeaderNamed or EntryKind.FacilitatorElected or EntryKind.SecretaryElected ? 0
        : RuleWords.Kind(entry.Kind) is not null ? 1
        : ProcessWords.Argument(entry) is null && LinkWords.Argument(entry) is null ? entry.Round : 0;

    /// <summary>A text as people read it, in what the matter is about: "islandable share of load 42 %, shared
    /// reserve 9 h".</summary>
    private string InUnits(Point text, int decision) =>
        string.Join(", ", (_about.TryGetValue(decision, out var about) ? about : [.. Enumerable.Range(0, _space.Count)])
            .Select(i => $"{_space.Dimensions[i].Name} {Units(_space.Dimensions[i], text[i])}"));

    public static string Units(Dimension dimension, double coordinate)
    {
        var width = Math.Abs(dimension.High - dimension.Low);
        var format = width >= 20 ? "0.#" : width >= 2 ? "0.##" : "0.####";
        return $"{dimension.ToUnits(coordinate).ToString(format)} {dimension.Unit}".TrimEnd();
    }

    private static string Kind(EntryKind kind) => kind switch
    {
        EntryKind.Founded => "founded",
        EntryKind.DelegateElected or EntryKind.LeaderNamed => "elected",
        EntryKind.Forwarded => "forwarded",
        EntryKind.Proposed => "proposed",
        EntryKind.Shaped => "shaped",
        EntryKind.ObjectionRaised => "objection",
        EntryKind.Integrated => "integrated",
        EntryKind.TermShortened => "shortened",
        EntryKind.ConcernMeasured => "measured",
        EntryKind.Split => "split",
        EntryKind.Decided => "decided",
        EntryKind.Referred => "referred",
        EntryKind.Parked => "parked",
        EntryKind.CarriedOut => "carried",
        EntryKind.Adapted => "adapted",
        EntryKind.Unresolved => "unresolved",
        EntryKind.Declined => "declined",
        EntryKind.Told => "told",
        EntryKind.ReviewRequested => "review requested",
        EntryKind.ReviewHeard => "review heard",
        EntryKind.Consulted => "consulted",
        EntryKind.DomainDelegated => "domain delegated",
        EntryKind.DomainNarrowed => "domain narrowed",
        EntryKind.DomainReturned => "domain returned",
        EntryKind.DomainDissolved => "domain dissolved",
        EntryKind.Routed => "routed",
        EntryKind.ClaimFound => "claim found",
        EntryKind.GapFound => "gap found",
        EntryKind.Ratified => "ratified",
        EntryKind.RatificationRefused => "refused",
        EntryKind.NotRatified => "not ratified",
        EntryKind.Suspended => "suspended",
        EntryKind.VarianceGranted => "variance granted",
        EntryKind.VarianceEnded => "variance ended",
        EntryKind.PolicyContradicted => "policy contradicted",
        EntryKind.Entrusted => "entrusted",
        EntryKind.DomainRestored => "domain restored",
        EntryKind.ExternalObjection => "objects to external effects",
        EntryKind.ExternalHeard => "can live with external effects",
        EntryKind.MovedUp => "moved up",
        EntryKind.TextTaken => "text changed by its owner",
        EntryKind.LimitsContradicted => "limits contradicted",
        EntryKind.ObjectionRuledInvalid => "ruled invalid",
        EntryKind.LeftAfterBlocking => "left",
        EntryKind.CarriedOver => "carried over",
        EntryKind.WentOn => "went on",
        EntryKind.ObjectedInForce => "objected in force",
        EntryKind.EndAgreed => "end agreed",
        EntryKind.Observed or EntryKind.Unreviewed or EntryKind.Kept or EntryKind.Ended or EntryKind.Unrenewed
            or EntryKind.Expired => kind.ToString().ToLowerInvariant(),
        _ => ProcessWords.Kind(kind) ?? RuleWords.Kind(kind) ?? LinkWords.Kind(kind) ?? kind.ToString(),
    };

    /// <summary>Who spoke in a circle; empty for the circle as a whole.</summary>
    internal string Member(PlannedCircle circle, Speaker speaker)
    {
        if (speaker.IsCircle) return speaker.Via < 0 ? "" : _plan.Find(circle.Children[speaker.Via]).Name;
        var role = LinkWords.Role(speaker.Role);
        if (_plan.NameOf(speaker.Person) is { } name)
            return speaker.Via >= 0 ? $"{name}, {role} of {_plan.Find(circle.Children[speaker.Via]).Name}"
                : speaker.Role == Role.Resident ? name : $"{name}, {role}";
        if (speaker.Via >= 0) return $"{role} of {_plan.Find(circle.Children[speaker.Via]).Name}";
        return circle.IsLeaf
            ? $"{role} ({Named(speaker.Person.Index)})"
            : $"the circle's own {role}";
    }

    internal static string Named(int index) =>
        index < Strain.FakesFrom ? $"person {index + 1}" : $"newcomer {index - Strain.FakesFrom + 1}";

    private string Argument(Entry entry)
    {
        if ((ProcessWords.Argument(entry) ?? RuleWords.Argument(entry)
            ?? LinkWords.Argument(entry)) is { } reason) return reason;
        if (entry.Kind == EntryKind.TermShortened)
            return $"to {entry.Argument.Livable * 100:0.#} % of the term asked";
        if (entry.Argument.Dimension < 0 || entry.Argument.Dimension >= _space.Count) return "";
        var dimension = _space.Dimensions[entry.Argument.Dimension];
        var (asked, livable) = (entry.Argument.Asked, entry.Argument.Livable);
        var bound = asked > livable ? "at most" : "at least";
        return entry.Kind switch
        {
            EntryKind.Forwarded =>
                (entry.Round > 0 && entry.Round <= _space.Count
                    ? $"{_space.Dimensions[entry.Round - 1].Name} is not its own to decide; " : "")
                + $"{dimension.Name}: the text asks {Units(dimension, asked)}, "
                + $"this circle believes it needs {Units(dimension, livable)}",
            EntryKind.Observed =>
                $"{dimension.Name}: {Units(dimension, asked)} is carried out, "
                + $"{Units(dimension, livable)} is read as needed",
            EntryKind.ObjectedInForce =>
                $"{dimension.Name}: {Units(dimension, asked)} is carried out, "
                + $"{bound} {Units(dimension, livable)} can be lived with",
            EntryKind.ObjectionRaised or EntryKind.ReviewRequested or EntryKind.ReviewHeard
                or (>= EntryKind.NotArgued and <= EntryKind.CanAdapt) =>
                $"{dimension.Name}: {Units(dimension, asked)} asked, "
                + $"{bound} {Units(dimension, livable)} can be lived with",
            _ => $"{dimension.Name}: {Units(dimension, asked)} to {Units(dimension, livable)}",
        };
    }

    private string Text(Entry entry, Point? point) =>
        point is { } given && entry.Decision > 0 ? InUnits(given, entry.Decision) : "";
}
