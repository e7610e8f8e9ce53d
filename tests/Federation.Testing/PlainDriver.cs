using System.Diagnostics;
using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;

namespace Federation.Testing;

/// <summary>One request served: what a circle was before, what it is after, and what it replied.</summary>
public sealed record Served(Surroundings Here, Request Request, Circle Before, Circle After, Answer Answer);

/// <summary>Runs everything in one thread, in memory, and shows every request as it is served.</summary>
public sealed class PlainDriver(Func<CircleId, Surroundings> world)
{
    private readonly Dictionary<CircleId, Circle> _circles = [];
    private readonly Dictionary<(CircleId, int), LogbookPage> _pages = [];

    /// <summary>Called after each answer, children before their parents.</summary>
    public Action<Served> Serving { get; init; } = _ => { };

    public IReadOnlyDictionary<CircleId, Circle> Circles => _circles;

    public Circle this[string path] => _circles[new CircleId(path)];

    public IEnumerable<Entry> Entries(Circle circle) => Enumerable.Range(0, circle.Logbook.Pages)
        .SelectMany(number => _pages[(circle.Id, number)].Entries).Concat(circle.Logbook.Open);

    public Register Run(Register register)
    {
        while (register.Pending is { } order) register = register.Answered(Ask(order.Circle, order.Request));
        return register;
    }

    public Answer Ask(CircleId circle, Request request)
    {
        var here = world(circle);
        var before = _circles.TryGetValue(circle, out var stored) ? stored : Wave.Planned(circle).Circle;
        var wave = Wave.Of(before);
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
                        happened.Enqueue(new Event.Answered(ask.Child, Ask(ask.Circle, ask.Request)));
                        break;
                    case Errand.Store store:
                        _circles[circle] = store.Circle;
                        foreach (var page in store.Pages) _pages[(circle, page.Number)] = page;
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

        Serving(new Served(here, request, before, wave.Circle, reply!));
        return reply!;
    }
}
