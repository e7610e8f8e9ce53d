using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Testing.Simulating;

namespace Federation.Society.Tests.Simulating;

/// <summary>Bugs planted on purpose, one at a time, around the machine and in its driver.</summary>
internal static class PlantedBugs
{
    public static IReadOnlyDictionary<string, Func<Protocol>> All { get; } = new Dictionary<string, Func<Protocol>>
    {
        ["a write does not look at the version before it"] = () => new Protocol { ChecksVersions = false },
        ["an activation goes on after a write that failed"] = () => new Protocol { EndsAfterFailedStore = false },
        ["a write that failed is taken for one"] = () => new Protocol { HeedsFailedStore = false },
        ["pages are stored after the circle that counts them"] = () => new Protocol { StoresPagesFirst = false },
        ["the store confirms before it commits"] = () => new Protocol { ConfirmsAfterCommit = false },
        ["a circle asks from a state it has not read again"] = () => new Protocol { ReadsBeforeItSpeaks = false },
        ["a circle that is behind passes a refusal on"] =
            () => new Protocol { DoubtsRefusals = false, ReadsBeforeItSpeaks = false },
        ["what was not answered is not asked again"] = () => new Protocol { AsksAgain = false },
        ["an answer is matched by its circle only"] = () => new Protocol { MatchesCalls = false },
        ["the register goes on before it stores"] = () => new Protocol { RegisterStoresFirst = false },
        ["the register begins anew when it wakes"] = () => new Protocol { RegisterReadsItsAnswers = false },
        ["a reply leaves before it is stored"] = () => new Bug
        {
            Says = (step, _) => step.Errands is [Errand.Store store]
                ? step with { Errands = [new Errand.Reply(store.Circle.Answers[^1].Answer, false), store] }
                : step,
        },
        ["a kept answer is not found"] = () => new Bug
        {
            Hears = (wave, happened, _) => happened is Event.Asked asked && wave.Circle.Kept(asked.Request) is not null
                ? wave with { Circle = wave.Circle with { Answers = [] } }
                : wave,
        },
        ["an older cycle is served"] = () => new Bug
        {
            Hears = (wave, happened, _) => happened is Event.Asked asked && asked.Request.Cycle < wave.Circle.Cycle
                ? wave with { Circle = wave.Circle with { Cycle = asked.Request.Cycle, Answers = [] } }
                : wave,
        },
        ["the number of attempts enters a request"] = () => new Bug
        {
            Says = (step, attempt) => step.Errands is [Errand.Ask, ..]
                ? step with { Errands = [.. step.Errands.Cast<Errand.Ask>().Select(ask => Later(ask, attempt))] }
                : step,
        },
        ["whoever was asked again does not wait for all children"] = () => new Bug
        {
            Hears = (wave, happened, attempt) => happened is Event.Answered answered && attempt > 5
                && wave.Activity is { } activity && activity.Waiting.Contains(answered.Child)
                ? wave with { Activity = activity with { Waiting = [answered.Child] } }
                : wave,
        },
        ["answers are laid down as they come"] = () => new Bug
        {
            Turns = (wave, happened) => happened is Event.Answered answered
                && wave.Activity is { Waiting: [var first, ..] } ? answered with { Child = first } : happened,
        },
        ["only the newest answer of a cycle is kept"] = () => new Bug
        {
            Says = (step, _) => Storing(step, circle => circle with { Answers = [circle.Answers[^1]] }),
        },
        ["what waits to go down is forgotten on the second asking"] = () => new Bug
        {
            Hears = (wave, happened, attempt) => Again(wave, happened, attempt, circle => circle with { Returns = [] }),
        },
        ["the open page is forgotten on the second asking"] = () => new Bug
        {
            Hears = (wave, happened, attempt) => Again(wave, happened, attempt, circle => circle with
            {
                Logbook = Logbook.Of(circle.Logbook.Tree, circle.Logbook.Pages, []),
            }),
        },
        ["the leader's seat is lost on the second asking"] = () => new Bug
        {
            Hears = (wave, happened, attempt) => Again(wave, happened, attempt, circle => circle with
            {
                Links = [.. circle.Links.Select(link => link with { Leader = null })],
            }),
        },
        ["an objection to the text as adopted is passed over"] = () => new Bug
        {
            Says = (step, attempt) => attempt < 2 ? step : Entering(step, entries => entries.ToList().FindIndex(
                entry => entry.Kind is EntryKind.Decided or EntryKind.CarriedOut or EntryKind.Adapted) is var at and >= 0
                    ? entries.Insert(at, entries[at] with { Kind = EntryKind.ObjectionRaised, Round = 2 }) : entries),
        },
        ["an objection is dismissed that the gate has to count"] = () => new Bug
        {
            Says = (step, attempt) => attempt < 2 ? step : Entering(step, entries => entries.ToList().FindIndex(
                entry => entry.Kind is EntryKind.ObjectionRaised) is var at and >= 0
                    ? entries.Insert(at + 1, entries[at] with { Kind = EntryKind.NotParamount }) : entries),
        },
        ["a decision ends again on a later page"] = () => new Bug
        {
            Says = (step, attempt) => attempt < 2 ? step : Entering(step, entries => EndOfPage(step) is { } end
                ? entries.Add(end) : entries),
        },
        ["how a decision ended is not entered"] = () => new Bug
        {
            Says = (step, attempt) => attempt < 3 ? step : Entering(step, entries => entries.RemoveAll(entry => IsEnd(entry))),
        },
        ["two circles' link persons are mixed up above them"] = () => new Bug
        {
            Says = (step, attempt) => attempt < 2 ? step : Storing(step, circle => IsLast(circle)
                && circle.Links is [var first, var second, ..]
                ? circle with { Links = circle.Links.SetItem(0, Persons(first, second)).SetItem(1, Persons(second, first)) }
                : circle),
        },
        ["a leader is not known above"] = () => new Bug
        {
            Says = (step, attempt) => attempt < 2 ? step : Storing(step, circle => IsLast(circle)
                ? circle with { Links = [.. circle.Links.Select(link => link with { Leader = null })] } : circle),
        },
    };

    /// <summary>What a checker that was made for a bug says of it.</summary>
    public static IReadOnlyDictionary<string, string> SeenAs { get; } = new Dictionary<string, string>
    {
        ["an objection to the text as adopted is passed over"] = "over an objection",
        ["an objection is dismissed that the gate has to count"] = "dismissed an objection",
        ["a decision ends again on a later page"] = "twice",
        ["how a decision ended is not entered"] = "never ended",
        ["two circles' link persons are mixed up above them"] = "the circle above it name",
        ["a leader is not known above"] = "the circle above it name",
    };

    private static bool IsEnd(Entry entry) => entry.Kind is EntryKind.CarriedOut or EntryKind.Adapted;

    /// <summary>No wave that compares links comes after the last matter of the situation is carried down.</summary>
    private static bool IsLast(Circle circle) => circle.Answers[^1] is { Kind: Kind.Spread, Decision: 3 };

    private static DoubleLink Persons(DoubleLink link, DoubleLink of) =>
        link with { Delegates = of.Delegates, Leader = of.Leader };

    /// <summary>An end that the page has which is full now; null while none is.</summary>
    private static Entry? EndOfPage(Step step) => step.Errands is [Errand.Store { Pages: [var page, ..] }]
        ? page.Entries.FirstOrDefault(IsEnd) : null;

    /// <summary>A circle enters something else than it should; its tree and pages are those of what it enters.</summary>
    private static Step Entering(Step step, Func<ImmutableArray<Entry>, ImmutableArray<Entry>> changes)
    {
        if (step.Errands is not [Errand.Store store]) return step;
        var before = step.Wave.Circle.Logbook;
        ImmutableArray<Entry> entered =
            [.. store.Pages.SelectMany(page => page.Entries).Concat(store.Circle.Logbook.Open).Skip(before.OpenEntries)];
        var changed = changes(entered);
        if (changed == entered) return step;
        var pages = ImmutableArray.CreateBuilder<LogbookPage>();
        var logbook = before.Add(changed, pages);
        var other = Storing(step, circle => circle with { Logbook = logbook });
        return other.Errands is [Errand.Store changedStore]
            ? other with { Errands = [changedStore with { Pages = pages.ToImmutable() }] } : step;
    }

    private static Errand.Ask Later(Errand.Ask ask, int attempt) => attempt % 2 == 0
        ? ask
        : ask with { Request = ask.Request with { Version = ask.Request.Version + 1000 } };

    /// <summary>When a circle is asked what it has just answered, or was asked before.</summary>
    private static Wave Again(Wave wave, Event happened, int attempt, Func<Circle, Circle> forgets) =>
        happened is Event.Asked && attempt % 4 == 3 ? wave with { Circle = forgets(wave.Circle) } : wave;

    private static Step Storing(Step step, Func<Circle, Circle> changes)
    {
        if (step.Errands is not [Errand.Store store] || step.Wave.Activity is not { } activity) return step;
        var circle = changes(store.Circle);
        return new Step(
            step.Wave with { Activity = activity with { Finished = circle } }, [store with { Circle = circle }]);
    }
}

/// <summary>A machine that mishears, or misspeaks.</summary>
internal sealed class Bug : Protocol
{
    /// <summary>The state it believes it is in.</summary>
    public Func<Wave, Event, int, Wave> Hears { get; init; } = (wave, _, _) => wave;

    /// <summary>What it believes happened.</summary>
    public Func<Wave, Event, Event> Turns { get; init; } = (_, happened) => happened;

    /// <summary>What it has its driver do.</summary>
    public Func<Step, int, Step> Says { get; init; } = (step, _) => step;

    public override Step Take(Wave wave, Event happened, Surroundings here, int attempt) =>
        Says(Hears(wave, happened, attempt).Take(Turns(wave, happened), here), attempt);
}
