using System.Collections.Immutable;
using Federation.Governance.Circles;

namespace Federation.Governance.Federating;

/// <summary>Review requests to an owner in another branch: they go down the links to it, and it hears them.</summary>
/// <remarks>
/// A circle that was given a domain for people of other branches owns a text that the lowest circle above
/// them all carries down. What those branches ask comes up to that circle, which may not change the text;
/// it passes the requests on, text unchanged, and carries down what the owner made of them.
/// </remarks>
internal sealed class Hearing : Part
{
    public static Hearing Part { get; } = new();

    public override Turn Begin(Work work, Request request, Surroundings here)
    {
        var hear = (Asking.Hear)request.Asking;
        if (hear.Owner == here.Id) return Hear(work, request, hear, here);
        var child = Towards(hear.Owner, here);
        return LinkLoss.Falls(work.Circle, child, request.Decision, here)
            ? new Turn.Ask(work, [(child, request)])
            : new Turn.Done(
                LinkLoss.Missing(work, request with { Version = 0 }, child, hear.Reviews[0].Wanted),
                request.Day, new Reply.Heard(null, Effort.None));
    }

    public override Turn Continue(
        Work work, Request request, ImmutableArray<Answer?> answers, Surroundings here)
    {
        var child = Towards(((Asking.Hear)request.Asking).Owner, here);
        var link = work.Circle.Links[child] with { Seal = answers[child]!.Seal };
        var circle = work.Circle with { Links = work.Circle.Links.SetItem(child, link) };
        return new Turn.Done(work with { Circle = circle }, answers[child]!.Day, answers[child]!.Reply);
    }

    /// <summary>In the circle that carries the text to other branches: asks the owner; null where no link person
    /// can carry the requests there.</summary>
    public static (Work Work, Turn.Ask? Ask) Ask(
        Work work, Request request, Agreement agreement, ImmutableArray<Review> reviews, Days day, Surroundings here)
    {
        var child = Towards(agreement.Owner, here);
        if (!LinkLoss.Falls(work.Circle, child, request.Decision, here))
            return (
                LinkLoss.Missing(work, request with { Version = 0, Day = day }, child, reviews[0].Wanted), null);
        return (work, new Turn.Ask(work, [To(
            child, request, day, new Asking.Hear(agreement.Owner, reviews), agreement.Version)]));
    }

    private static int Towards(CircleId owner, Surroundings here)
    {
        for (var child = 0; child < here.Children.Length; child++)
            if (owner.IsWithin(here.Children[child])) return child;
        throw new System.Diagnostics.UnreachableException($"{owner} is not below {here.Id}.");
    }

    private static Turn.Done Hear(Work work, Request request, Asking.Hear hear, Surroundings here)
    {
        var agreement = Considering.Find(work.Circle, request.Decision);
        var day = request.Day;
        if (Spreading.Review(work, request, agreement, hear.Reviews, day, here) is { } heard)
        {
            work = heard;
            day = day.Later(work.Effort.LastDay);
        }

        return new Turn.Done(
            work with { Effort = Effort.None }, day,
            new Reply.Heard(Considering.Find(work.Circle, request.Decision), work.Effort));
    }
}
