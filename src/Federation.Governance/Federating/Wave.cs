using System.Collections.Immutable;
using System.Diagnostics;
using Federation.Governance.Circles;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Federating;

/// <summary>What happens to a circle from outside.</summary>
public abstract record Event
{
    private Event() { }

    /// <summary>A request arrived: from the parent, the register, or again from either.</summary>
    public sealed record Asked(Request Request) : Event;

    /// <summary>A child answered.</summary>
    public sealed record Answered(int Child, Answer Answer) : Event;

    /// <summary>What was to be stored is stored.</summary>
    public sealed record Stored : Event;
}

/// <summary>What a driver has to do for a circle.</summary>
public abstract record Errand
{
    private Errand() { }

    /// <summary>Ask a child, again and again until it answers: asking again is safe.</summary>
    public sealed record Ask(int Child, CircleId Circle, Request Request) : Errand;

    /// <summary>Store the pages, then the circle, then say so; nothing is replied before.</summary>
    public sealed record Store(Circle Circle, ImmutableArray<LogbookPage> Pages) : Errand;

    /// <summary>Reply to whoever asked.</summary>
    /// <param name="Kept">Whether the answer had been given before.</param>
    public sealed record Reply(Answer Answer, bool Kept) : Errand;

    /// <summary>Reply that the request cannot be served.</summary>
    public sealed record Refuse(Refusal Refusal, string Why) : Errand;
}

/// <summary>Why a circle does not serve a request.</summary>
public enum Refusal : byte
{
    /// <summary>Its state was lost while others remember it: the run has to start again.</summary>
    Forgotten = 0,

    /// <summary>A newer cycle was held here already.</summary>
    OlderCycle = 1,

    /// <summary>The same key came with other contents: somebody is faulty.</summary>
    OtherContents = 2,

    /// <summary>The request belongs to another run.</summary>
    OtherGenesis = 3,

    /// <summary>Parent and child do not agree who links them.</summary>
    BrokenLink = 4,

    /// <summary>Another request is under way here.</summary>
    Busy = 5,
}

/// <summary>The wave protocol of one circle as a pure machine: a state, an event, and then?</summary>
/// <param name="Circle">What is stored.</param>
/// <param name="Activity">The request under way; lost with the driver, and made again by asking again.</param>
/// <remarks>
/// Every driver runs this machine and nothing else: the reference run, the grains and the fault
/// simulator. Whatever is derived from (stored state, request, children's answers) is derived
/// again exactly, so a lost activity is invisible in the result.
/// </remarks>
public sealed record Wave(Circle Circle, Activity? Activity)
{
    public static Wave Of(Circle circle) => new(circle, null);

    /// <summary>A circle in which nothing happened yet.</summary>
    public static Wave Planned(CircleId id) => Of(new Circle { Id = id });

    public Step Take(Event happened, Surroundings here) => happened switch
    {
        Event.Asked asked => Asked(asked.Request, here),
        Event.Answered answered => Answered(answered, here),
        Event.Stored => Stored(),
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private Step Asked(Request request, Surroundings here)
    {
        if (Activity is { } busy)
            return busy.Hash == request.Hash
                ? new Step(this, [])
                : Refuse(Refusal.Busy, "another request is under way");
        if (request.Genesis != here.Genesis)
            return Refuse(Refusal.OtherGenesis, $"the run is {here.Genesis}, the request's {request.Genesis}");
        if (Circle.Kept(request) is { } given)
            return given.Hash == request.Hash
                ? new Step(this, [new Errand.Reply(given.Answer, Kept: true)])
                : Refuse(Refusal.OtherContents, $"cycle {request.Cycle} {request.Kind} was asked otherwise before");
        if (request.Cycle < Circle.Cycle)
            return Refuse(Refusal.OlderCycle, $"cycle {Circle.Cycle} was held here, cycle {request.Cycle} is asked");
        if (!Circle.IsFounded && request.Kind != Kind.Found)
            return Refuse(Refusal.Forgotten, "nothing is known here of the founding");
        if (request.Asking is Asking.Convene convene && here.Depth > 0
            && convene.Linked is { } linked
            && (linked.Leader != Circle.Leader || !linked.Delegates.SequenceEqual(Circle.Delegates)))
            return Refuse(Refusal.BrokenLink, "parent and child name different link persons");

        var work = new Work(Circle, [], Effort.None);
        return Go(request, Part.For(request.Kind).Begin(work, request, here), [], here);
    }

    private Step Answered(Event.Answered answered, Surroundings here)
    {
        if (Activity is not { } activity || activity.Waiting.IsEmpty) return new Step(this, []);
        if (!activity.Waiting.Contains(answered.Child)) return new Step(this, []);
        activity = activity with
        {
            Waiting = activity.Waiting.Remove(answered.Child),
            Answers = activity.Answers.SetItem(answered.Child, answered.Answer),
        };
        if (!activity.Waiting.IsEmpty) return new Step(this with { Activity = activity }, []);
        var turn = Part.For(activity.Request.Kind)
            .Continue(activity.Work, activity.Request, activity.Answers, here);
        return Go(activity.Request, turn, activity.Answers, here);
    }

    private Step Stored() => Activity is { Finished: { } finished }
        ? new Step(Of(finished), [new Errand.Reply(finished.Answers[^1].Answer, Kept: false)])
        : new Step(this, []);

    private Step Go(Request request, Turn turn, ImmutableArray<Answer?> answers, Surroundings here)
    {
        if (turn is Turn.Done done) return Finish(request, done, here);
        var asks = (Turn.Ask)turn;
        if (answers.IsEmpty) answers = [.. new Answer?[here.Children.Length]];
        var waiting = ImmutableArray.CreateBuilder<int>(asks.Requests.Length);
        var errands = ImmutableArray.CreateBuilder<Errand>(asks.Requests.Length);
        foreach (var (child, asked) in asks.Requests)
        {
            waiting.Add(child);
            errands.Add(new Errand.Ask(child, here.Children[child], asked));
        }

        var activity = new Activity(
            request, request.Hash, asks.Work, answers, waiting.MoveToImmutable(), null);
        return new Step(this with { Activity = activity }, errands.MoveToImmutable());
    }

    private Step Finish(Request request, Turn.Done done, Surroundings here)
    {
        var pages = ImmutableArray.CreateBuilder<LogbookPage>();
        var circle = done.Work.Circle;
        var given = new Given(
            request.Kind, request.Decision, request.Version, request.Hash,
            new Answer(default, done.Day, done.Reply));
        circle = circle with
        {
            Cycle = request.Cycle,
            Logbook = circle.Logbook.Add(done.Work.Entries, pages),
            Answers = request.Cycle == Circle.Cycle ? Circle.Answers.Add(given) : [given],
        };
        var seal = Sealing.Of(circle, here.Genesis);
        var answer = given.Answer with { Seal = seal };
        circle = circle with
        {
            Seal = seal,
            Answers = circle.Answers.SetItem(circle.Answers.Length - 1, given with { Answer = answer }),
        };
        var activity = new Activity(request, request.Hash, done.Work, [], [], circle);
        return new Step(
            this with { Activity = activity }, [new Errand.Store(circle, pages.DrainToImmutable())]);
    }

    private Step Refuse(Refusal refusal, string why) =>
        new(this, [new Errand.Refuse(refusal, $"{Circle.Id}: {why}")]);
}

/// <summary>What a step leads to: the next state, and what the driver has to do, in order.</summary>
public readonly record struct Step(Wave Wave, ImmutableArray<Errand> Errands);

/// <summary>A request under way. Never stored.</summary>
/// <param name="Waiting">The children whose answers are missing.</param>
/// <param name="Finished">The circle as it is about to be stored; null while children are asked.</param>
public sealed record Activity(
    Request Request, Digest Hash, Work Work, ImmutableArray<Answer?> Answers,
    ImmutableArray<int> Waiting, Circle? Finished);
