using System.Collections.Immutable;
using System.Diagnostics;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>The falling wave: a circle decides by consent how it carries out what came from above.</summary>
internal sealed class Considering : Part
{
    public static Considering Part { get; } = new();

    /// <summary>A way of carrying out that differs by less than this, a hundredth of a dimension's
    /// range, is the text itself for all who read it.</summary>
    public const double SameText = 0.01;

    // More than any two points of [0,1]^8 lie apart.
    private const double AnyDistance = 4;

    public override Turn Begin(Work work, Request request, Surroundings here)
    {
        var consider = (Asking.Consider)request.Asking;
        if (consider.Lost) return LinkLoss.Begin(work, request, here);
        var day = request.Day.NextMeeting(here.CadenceDays, here.Phase);
        if (!consider.Variances.IsEmpty) return Except(work, request, consider, day, here);
        work = consider.Owner == here.Id ? work
            : StillFits(work.Circle, request, consider)
                ? Follow(work, request, consider)
                : Settle(work, request, consider, day, here);
        if (work.Effort.Meetings > 0) day = work.Effort.LastDay;
        day = day.Later(work.Circle.Booked.Day);
        if (here.IsLeaf) return Finish(work, request, day, here);
        var agreement = Find(work.Circle, request.Decision);
        var asked = Dividing.ToEach(
            agreement,
            Enumerable.Range(0, here.Children.Length)
                .Where(child => IsDue(work.Circle.Links[child], request.Version, consider.Moved)),
            text => request with
            {
                Day = day,
                Asking = consider with
                {
                    Matter = consider.Matter with
                    {
                        Text = Declined(agreement, here) ? consider.Matter.Text : text,
                    },
                },
            });
        (work, asked) = LinkLoss.Fall(work, asked, here);
        return asked.IsEmpty ? Finish(work, request, day, here) : new Turn.Ask(work, asked);
    }

    public override Turn Continue(
        Work work, Request request, ImmutableArray<Answer?> answers, Surroundings here) =>
        ((Asking.Consider)request.Asking).Lost
            ? LinkLoss.Finish(Take(work, answers), request, here)
            : Finish(Take(work, answers), request, LatestOf(request.Day, answers), here);

    /// <summary>Whether a child is asked: all at first, later those the text moved away from.</summary>
    internal static bool IsDue(DoubleLink link, int version, double moved) =>
        version == 1 || link.Considered is not { } considered || considered.Slack < moved;

    /// <summary>Children's answers go into the links, their effort into the work.</summary>
    internal static Work Take(Work work, ImmutableArray<Answer?> answers)
    {
        var effort = work.Effort;
        var links = SetEach(work.Circle.Links, (child, link) =>
        {
            if (answers[child] is not { } answer) return link;
            var considered = (Reply.Considered)answer.Reply;
            effort = effort.Plus(considered.Effort);
            return link with { Seal = answer.Seal, Considered = considered };
        });
        return work with { Circle = work.Circle with { Links = links }, Effort = effort };
    }

    /// <summary>What the children last answered; nothing at a leaf.</summary>
    internal static Reply.Considered[] Said(Circle circle) => circle.Links.IsEmpty
        ? []
        : [.. circle.Links.Select(link => link.Considered).OfType<Reply.Considered>()];

    internal static Agreement Find(Circle circle, int decision)
    {
        foreach (var agreement in circle.Agreements)
            if (agreement.Decision == decision) return agreement;
        throw new UnreachableException($"{circle.Id} has no agreement {decision}.");
    }

    /// <summary>Exceptions on their way to the circles they were granted to.</summary>
    internal static ImmutableArray<(int Child, Request Request)> Excepting(
        ImmutableArray<Variance> granted, Request request, Asking.Consider consider, Surroundings here)
    {
        var asks = ImmutableArray.CreateBuilder<(int, Request)>();
        for (var child = 0; child < here.Children.Length; child++)
        {
            var below = granted.RemoveAll(one => !one.Circle.IsWithin(here.Children[child]));
            if (!below.IsEmpty)
                asks.Add((child, request with { Asking = consider with { Variances = below } }));
        }

        return asks.DrainToImmutable();
    }

    /// <summary>A variance holds for this circle, whose children may now carry that text out; a
    /// suspension holds for all below alike.</summary>
    private static Turn Except(
        Work work, Request request, Asking.Consider consider, Days day, Surroundings here)
    {
        if (consider.Variances.FirstOrDefault(one => one.Circle == here.Id) is not { } granted)
            return new Turn.Ask(work, Excepting(consider.Variances, request with { Day = day }, consider, here));
        work = Granting.Receive(work, request, granted, day);
        if (here.IsLeaf) return Finish(work, request, day, here);
        var inside = consider with
        {
            Variances = [],
            Matter = consider.Matter with { Text = granted.Text },
            Text = granted.Text,
        };
        ImmutableArray<(int, Request)> asks = [.. Enumerable.Range(0, here.Children.Length).Select(child => To(
            child, request, day, granted.Suspends
                ? inside with { Variances = [granted with { Circle = here.Children[child] }] }
                : inside, request.Version))];
        (work, asks) = LinkLoss.Fall(work, asks, here);
        return new Turn.Ask(work, asks);
    }

    private static bool StillFits(Circle circle, Request request, Asking.Consider consider) =>
        request.Version > 1 && consider.Matter.Effect != Effect.Ratify
        && circle.Agreements.FirstOrDefault(one => one.Decision == request.Decision)
            is { Resolved: true, IsDue: false } own
        && Tolerance.Within(own.CarriedOut.DistanceTo(consider.Text), consider.Latitude);

    /// <summary>The circle's own way stays, measured from now on from the text as it is now.</summary>
    private static Work Follow(Work work, Request request, Asking.Consider consider)
    {
        var own = Find(work.Circle, request.Decision);
        var share = Math.Min(own.TermShare, consider.TermShare);
        own = own with
        {
            Version = request.Version,
            Text = consider.Text,
            TermShare = share,
            UntilDay = own.FromDay + Math.Max(1, (int)(consider.Matter.TermDays * share)),
        };
        return work with
        {
            Circle = work.Circle with { Agreements = Deliberating.Replace(work.Circle.Agreements, own) },
        };
    }

    private static Work Settle(
        Work work, Request request, Asking.Consider consider, Days day, Surroundings here)
    {
        var matter = consider.Matter;
        if (matter.Effect == Effect.Informs)
            return Record(work, request, consider, day, EntryKind.Told, matter.Text, true, consider.TermShare, here);

        if (Stakes.IsUniform(matter, here))
        {
            return Record(
                work, request, consider, day, EntryKind.CarriedOut, matter.Text, true, consider.TermShare, here);
        }

        if (matter.Effect == Effect.Ratify)
            return Ratifying.Settle(work, request, consider, day, here);
        var facets = new Facets(matter.Dimensions, here.StatusQuo);
        // A circle that does not own what the text is about has no way of its own to carry it out.
        var owns = matter.Dimensions.All(Owning.Of(work.Circle, here).Dimensions.Contains);
        Acceptance? limit = matter.Effect == Effect.Limits
            ? new Acceptance(
                facets.Of(consider.Text), owns ? consider.Latitude : 0, here.Practice.BoxRanges)
            : null;
        var held = Holding.Hold(work.Circle, request, request.Version, request.Day, here, new Meeting(
            Voices.Present(work.Circle, here, request.Decision, request.Version), facets, matter.Text,
            Owning.Bounds(work.Circle, here, facets, facets.Of(matter.Text)), limit, consider.TermShare, Shapes: true)
        {
            MayDecline = matter.Effect == Effect.Invites,
        });
        work = new Work(held.Circle, work.Entries.AddRange(held.Entries), work.Effort.Plus(held.Effort));
        day = held.Day;
        if (held.Minutes.Consented)
        {
            var kind = held.Minutes.Text.DistanceTo(matter.Text) < SameText
                ? EntryKind.CarriedOut : EntryKind.Adapted;
            work = Record(
                work, request, consider, day, kind, held.Minutes.Text, true, held.Minutes.TermShare, here);
            return Dividing.Into(work, request.Decision, held, here);
        }

        if (matter.Effect == Effect.Invites)
            return Record(
                work, request, consider, day, EntryKind.Declined, here.StatusQuo, true, consider.TermShare, here);
        work = Record(
            work, request, consider, day, EntryKind.Unresolved, matter.Text, false, consider.TermShare, here);
        return held.Minutes.Livable is { } wanted
            ? work with { Entries = work.Entries.Add(Deliberating.Note(
                EntryKind.ReviewRequested, request, request.Version, day, matter.Text, wanted)
                with { Speaker = Strongest(held.Minutes) }) }
            : work;
    }

    /// <summary>Of those whose objection was left, the one who stood farthest from the text.</summary>
    private static Speaker Strongest(Minutes minutes)
    {
        var (strongest, farthest) = (Speaker.Circle, -1.0);
        foreach (var step in minutes.Steps)
            if (step is { Kind: EntryKind.ObjectionRaised, From: { } asked, To: { } livable }
                && minutes.Standing.Contains(step.Speaker) && asked.DistanceTo(livable) > farthest)
                (strongest, farthest) = (step.Speaker, asked.DistanceTo(livable));
        return strongest;
    }

    internal static Work Record(
        Work work, Request request, Asking.Consider consider, Days day, EntryKind kind, Point carriedOut,
        bool resolved, double termShare, Surroundings here)
    {
        var matter = consider.Matter;
        var term = Math.Max(1, (int)(matter.TermDays * termShare));
        var agreement = new Agreement(
            matter.Id, request.Version, consider.Owner, matter.Effect, matter.Dimensions, consider.Text,
            carriedOut, consider.Latitude, day.Mid, day.Mid + term, day.Mid + Math.Max(1, term / 2),
            termShare, resolved);
        var entries = work.Entries.Add(Deliberating.Note(
            kind, request, request.Version, day, matter.Text, carriedOut));
        return work with
        {
            Circle = work.Circle with { Agreements = Deliberating.Replace(work.Circle.Agreements, agreement) },
            Entries = Contradicting.Note(entries, work.Circle, request, agreement, day, here),
        };
    }

    private static Turn.Done Finish(Work work, Request request, Days day, Surroundings here)
    {
        var circle = work.Circle;
        var agreement = Find(circle, request.Decision);
        ImmutableArray<Review> reviews = [.. Said(circle).SelectMany(one => one.Reviews)];
        var asked = Wanted(work, request);
        if ((asked?.To ?? Ratifying.Refusal(agreement)) is { } wanted)
        {
            reviews = reviews.Add(new Review(
                here.Id, here.Depth, wanted, here.Residents + circle.Links.Sum(link => link.People),
                asked?.Speaker ?? Speaker.Circle));
            if (asked is not null)
                work = work with { Effort = work.Effort.Plus(Effort.None with { Reviews = 1 }) };
        }

        return new Turn.Done(
            work with { Effort = Effort.None }, day, new Reply.Considered(
                agreement.CarriedOut, Slack(circle, agreement, ((Asking.Consider)request.Asking).Moved, here),
                here.IsLeaf ? Fixed.Round(Reaching.NeedDistance(agreement, day.Mid, here)) : 0, here.Residents,
                work.Effort, Reaching.Below(circle, here).Plus(Reaching.Own(circle, agreement, here)),
                LinkLoss.Rises(circle, request.Decision, here) ? Review.Choose(reviews) : []));
    }

    private static Entry? Wanted(Work work, Request request)
    {
        foreach (var entry in work.Entries)
            if (entry.Kind == EntryKind.ReviewRequested && entry.Decision == request.Decision) return entry;
        return null;
    }

    /// <summary>How far the owner's text may have moved in all before this circle or one below must be
    /// asked again: it may not be asked about every version, so steps are counted from the first.</summary>
    private static double Slack(Circle circle, Agreement agreement, double moved, Surroundings here)
    {
        if (agreement.Effect != Effect.Limits) return AnyDistance;
        var slack = moved;
        if (agreement.Resolved && !Contradicting.Waits(circle, agreement, here))
            slack += Math.Max(0, agreement.Latitude - agreement.CarriedOut.DistanceTo(agreement.Text));
        foreach (var link in circle.Links)
            if (link.Considered is { } considered) slack = Math.Min(slack, considered.Slack);
        return Fixed.Round(slack);
    }

    /// <summary>Nobody declines for those below: they are invited to the text as it came.</summary>
    internal static bool Declined(Agreement agreement, Surroundings here) =>
        agreement.Effect == Effect.Invites && agreement.CarriedOut == here.StatusQuo;
}
