using System.Collections.Immutable;
using Federation.Governance.Circles;

namespace Federation.Governance.Federating;

/// <summary>A matter raised elsewhere comes to the lowest circle whose domain covers it.</summary>
internal sealed class Routing : Part
{
    public static Routing Part { get; } = new();

    public override Turn Begin(Work work, Request request, Surroundings here)
    {
        ImmutableArray<Coming> coming =
            [.. ((Asking.Route)request.Asking).Matters.Select(matter => new Coming(matter, -1))];
        return Go(work with { Intake = new Intake(coming, [], Stage.Gathered) }, request, request.Day, here);
    }

    public override Turn Continue(
        Work work, Request request, ImmutableArray<Answer?> answers, Surroundings here) =>
        Go(Intake.Take(work, answers), request, LatestOf(request.Day, answers), here);

    private static Turn Go(Work work, Request request, Days day, Surroundings here)
    {
        (work, var ask) = Intake.Next(work, request, day, here);
        if (ask is not null) return ask;
        (work, day, var passedOn, var settled) = Convening.Hold(work, request, day, here);
        return new Turn.Done(work, day, new Reply.Routed(passedOn, settled));
    }
}
