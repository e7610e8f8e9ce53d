using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>A change of a domain ends with its term: unless it was renewed, what it changed returns.</summary>
/// <remarks>
/// Only what it changed: a dimension that a later change still in force is about stays as that one has
/// it, and returns with it. Agreements that were handed over stay with their new owner until they end.
/// </remarks>
internal static class Restoring
{
    /// <summary>Whether something due for an agreement ends a change of a domain.</summary>
    public static bool IsDue(Circle circle, Request request) =>
        request.Asking is Asking.Measure { Due: Due.Expiry or Due.End }
        && circle.Agreements.Any(one => one.Decision == request.Decision && one.Change is not null);

    /// <summary>The children whose domain it changed are told what they have from now on.</summary>
    public static Turn Begin(Work work, Request request, Surroundings here)
    {
        var over = Considering.Find(work.Circle, request.Decision);
        var circle = work.Circle with
        {
            Agreements = [.. work.Circle.Agreements.Remove(over).Select(one => Outlasting(one, over, request.Day.Mid))],
        };
        work = work with
        {
            Circle = circle,
            Entries = work.Entries.Add(Deliberating.Note(
                ((Asking.Measure)request.Asking).Due == Due.End ? EntryKind.Ended : EntryKind.Expired,
                request, over.Version, request.Day, over.Text, over.Text)),
        };
        var asks = ImmutableArray.CreateBuilder<(int, Request)>();
        var links = work.Circle.Links.ToBuilder();
        for (var child = 0; child < links.Count; child++)
        {
            if (After(circle, over, child, request.Day.Mid, here) is not { } domain) continue;
            links[child] = links[child] with { Domain = domain };
            asks.Add((child, request with
            {
                Asking = new Asking.Entrust(domain, over.Change!.Operation, over.Text) { Restores = true },
            }));
        }

        work = work with { Circle = circle with { Links = links.DrainToImmutable() } };
        return asks.Count == 0
            ? Finish(work, request, Reach.None, request.Day, here)
            : new Turn.Ask(work, asks.DrainToImmutable());
    }

    public static Turn.Done Continue(
        Work work, Request request, ImmutableArray<Answer?> answers, Days day, Surroundings here)
    {
        var (circle, handed, reach) = Entrusting.Take(
            work.Circle, answers, child => Owning.Below(work.Circle, child, here));
        work = Delegating.TakeBack(work with { Circle = circle }, request, handed, day, here);
        return Finish(work, request, reach, day, here);
    }

    private static Turn.Done Finish(Work work, Request request, Reach reach, Days day, Surroundings here)
    {
        var verdict = ((Asking.Measure)request.Asking).Due == Due.End ? Verdict.Ended : Verdict.Expired;
        return new Turn.Done(work, day, new Reply.Looked(
            verdict, 0, here.StatusQuo, day.Mid, day.Mid, Effort.None, reach,
            Fixed.Round(Convening.Middle(work.Circle, here))));
    }

    /// <summary>A child's domain once the change is over; null where it was not concerned or nothing changes.</summary>
    private static Domain? After(Circle circle, Agreement over, int child, int day, Surroundings here)
    {
        if (over.Before.FirstOrDefault(one => one.Owner == here.Children[child]) is not { } before) return null;
        var now = Owning.Below(circle, child, here);
        var free = over.Change!.About(before).RemoveAll(dimension => circle.Agreements.Any(later =>
            Holds(later, over, day) && later.Before.Any(one =>
                one.Owner == before.Owner && later.Change!.About(one).Contains(dimension))));
        var after = now.Back(before, free).Inside(Owning.Of(circle, here));
        if (over.Change.Latitude >= 0) after = after with { Latitude = before.Latitude };
        return after.Same(now) ? null : after;
    }

    /// <summary>A change made later returns to what is there without the one that is over.</summary>
    private static Agreement Outlasting(Agreement later, Agreement over, int day) =>
        !Holds(later, over, day) ? later : later with
        {
            Before = [.. later.Before.Select(theirs =>
                over.Before.FirstOrDefault(one => one.Owner == theirs.Owner) is { } before
                    ? theirs.Back(before, over.Change!.About(before)) : theirs)],
        };

    private static bool Holds(Agreement later, Agreement over, int day) =>
        later.Change is not null && later.InForce(day) && later.FromDay >= over.FromDay
        && later.Decision != over.Decision;
}
