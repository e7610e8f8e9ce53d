using System.Diagnostics;
using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Society.People;

namespace Federation.Society.Runs;

/// <summary>Runs a scenario in one thread, in memory: the oracle every other driver is held to.</summary>
public sealed class Reference(World world)
{
    private readonly Dictionary<CircleId, Circle> _circles = [];
    private readonly Dictionary<(CircleId, int), LogbookPage> _pages = [];

    /// <summary>Called after each answer a circle gives; null to run in silence.</summary>
    public Action? Answered { get; init; }

    /// <summary>Every circle in which something happened, by path.</summary>
    public IReadOnlyDictionary<CircleId, Circle> Circles => _circles;

    public World World => world;

    public LogbookPage? Page(CircleId circle, int number) => _pages.GetValueOrDefault((circle, number));

    /// <summary>All of a circle's entries, oldest first.</summary>
    public IEnumerable<Entry> Entries(Circle circle) => Enumerable.Range(0, circle.Logbook.Pages)
        .SelectMany(number => _pages[(circle.Id, number)].Entries).Concat(circle.Logbook.Open);

    /// <summary>Founds the federation and holds every cycle of its agenda.</summary>
    public Register Run()
    {
        var register = world.OpenRegister();
        while (register.Pending is { } order) register = register.Answered(Ask(order.Circle, order.Request));
        return register;
    }

    /// <summary>Asks one circle, and through it whichever it asks.</summary>
    public Answer Ask(CircleId circle, Request request) => Ask(world.Of(circle), request);

    private Answer Ask(Surroundings here, Request request)
    {
        var circle = here.Id;
        var wave = _circles.TryGetValue(circle, out var stored) ? Wave.Of(stored) : Wave.Planned(circle);
        var happened = new Queue<Event>([new Event.Asked(request)]);
        Answer? reply = null;
        while (happened.TryDequeue(out var next))
        {
            var step = wave.Take(next, here);
            wave = step.Wave;
            foreach (var errand in step.Errands)
            {
                switch (errand)
                {
                    case Errand.Ask ask:
                        happened.Enqueue(new Event.Answered(ask.Child, Ask(world.Below(here, ask.Child), ask.Request)));
                        break;
                    case Errand.Store store:
                        Store(store);
                        happened.Enqueue(new Event.Stored());
                        break;
                    case Errand.Reply answer:
                        reply = answer.Answer;
                        break;
                    case Errand.Refuse refuse:
                        throw new UnreachableException($"{refuse.Refusal}: {refuse.Why}");
                    default:
                        throw new UnreachableException(errand.GetType().Name);
                }
            }
        }

        Answered?.Invoke();
        return reply ?? throw new UnreachableException($"{circle} gave no answer.");
    }

    private void Store(Errand.Store store)
    {
        _circles[store.Circle.Id] = store.Circle;
        foreach (var page in store.Pages) _pages[(store.Circle.Id, page.Number)] = page;
    }
}
