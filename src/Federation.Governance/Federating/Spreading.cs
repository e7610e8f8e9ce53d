using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>The owner carries its decision down, hears review requests and may change the text.</summary>
/// <remarks>
/// Only the owner changes the text. A change is version + 1 and goes again only to circles whose
/// accepted range it leaves. How often is a budget of the decision, so nesting cannot multiply it.
/// </remarks>
internal sealed class Spreading : Part
{
    public static Spreading Part { get; } = new();

    public override Turn Begin(Work work, Request request, Surroundings here)
    {
        var agreement = Considering.Find(work.Circle, request.Decision);
        if (agreement.Change is not null)
            return new Turn.Ask(work, Delegating.Asks(work, request, agreement, here));
        return here.IsLeaf
            ? Finish(Reviewed(work, request, here), request, request.Day, here)
            : AskChildren(work, request, request.Day, 0, here)!;
    }

    public override Turn Continue(
        Work work, Request request, ImmutableArray<Answer?> answers, Surroundings here)
    {
        var agreement = Considering.Find(work.Circle, request.Decision);
        var day = LatestOf(request.Day, answers);
        if (agreement.Change is not null)
            return Delegating.Done(work, request, agreement, answers, day, here);
        var fresh = Fresh(work, answers);
        if (agreement.Owner != here.Id) return Carry(work, request, agreement, fresh, day, here);
        work = Considering.Take(work, fresh);
        if (work.Entries.Any(IsGrant)) return Finish(work, request, day, here);
        if (!agreement.Resolved)
        {
            work = Reviewed(work, request, here);
            day = day.Later(work.Effort.LastDay);
            var version = agreement.Version;
            agreement = Considering.Find(work.Circle, request.Decision);
            if (agreement.Version > version
                && AskChildren(work, request, day, MovedInAll(work, request.Decision), here) is { } again) return again;
        }

        return agreement.Effect switch
        {
            Effect.Limits => Limit(work, request, agreement, day, here),
            Effect.Ratify => Ratify(work, request, agreement, day, here),
            _ => Finish(work, request, day, here),
        };
    }

    /// <summary>The text of a circle in another branch: what is asked about it goes there, and what comes of
    /// that goes down to all.</summary>
    private static Turn Carry(
        Work work, Request request, Agreement agreement, ImmutableArray<Answer?> fresh, Days day, Surroundings here)
    {
        var child = fresh.IndexOf(fresh.FirstOrDefault(answer => answer?.Reply is Reply.Heard));
        if (fresh[Math.Max(0, child)]?.Reply is not Reply.Heard heard)
        {
            work = Considering.Take(work, fresh);
            var asked = Federating.Review.Choose(
                [.. Considering.Said(work.Circle).SelectMany(one => one.Reviews)]);
            if (asked.IsEmpty || agreement.Effect != Effect.Limits
                || work.Entries.Count(entry => entry.Kind == EntryKind.TextTaken) >= here.Practice.ReviewsMax)
                return Finish(work, request, day, here);
            (work, var ask) = Hearing.Ask(work, request, agreement, asked, day, here);
            return ask ?? (Turn)Finish(work, request, day, here);
        }

        var link = work.Circle.Links[child] with { Seal = fresh[child]!.Seal };
        work = new Work(
            work.Circle with
            {
                Links = work.Circle.Links.SetItem(child, link),
                Agreements = heard.Agreement is { } known
                    ? Deliberating.Replace(work.Circle.Agreements, known) : work.Circle.Agreements,
            },
            work.Entries, work.Effort.Plus(heard.Effort));
        if (heard.Agreement is null || heard.Agreement.Version == agreement.Version)
            return Finish(work, request, day, here);
        work = work with
        {
            Entries = work.Entries.Add(Deliberating.Note(
                EntryKind.TextTaken, request, heard.Agreement.Version, day, agreement.Text, heard.Agreement.Text)),
        };
        return AskChildren(work, request, day, MovedInAll(work, request.Decision), here)
            ?? (Turn)Finish(work, request, day, here);
    }

    private static Turn Limit(Work work, Request request, Agreement agreement, Days day, Surroundings here)
    {
        if (Steps(work, request.Decision) < here.Practice.ReviewsMax
            && Review(
                work, request, agreement, [.. Considering.Said(work.Circle).SelectMany(one => one.Reviews)], day, here)
                is { } changed)
        {
            work = changed;
            var moved = Considering.Find(work.Circle, request.Decision).Text.DistanceTo(agreement.Text);
            var next = day.NextMeeting(here.CadenceDays, here.Phase).Later(work.Circle.Booked.Day);
            if (moved > Tolerance.Epsilon
                && AskChildren(work, request, next, MovedInAll(work, request.Decision), here) is { } again)
                return again;
        }

        return Except(work, request, day, here) ?? Finish(work, request, day, here);
    }

    /// <summary>Where one circle refused, the text holds nowhere, and everybody is told.</summary>
    private static Turn Ratify(Work work, Request request, Agreement agreement, Days day, Surroundings here) =>
        agreement.Version == 1 && Ratifying.Annul(work, request, agreement, day, here) is { } annulled
            ? AskChildren(annulled, request, day, Ratifying.Everybody, here)!
            : Finish(work, request, day, here);

    /// <summary>Exceptions for those whose request no text met; null where there are none to grant.</summary>
    private static Turn? Except(Work work, Request request, Days day, Surroundings here)
    {
        if (here.Practice.Reviews is { Suspends: false, VariancesMost: 0 }) return null;
        var agreement = Considering.Find(work.Circle, request.Decision);
        var open = Federating.Review.Choose([.. Considering.Said(work.Circle).SelectMany(one => one.Reviews)]);
        (work, var granted) = Granting.Grant(work, request, agreement, open, day, here);
        if (granted.IsEmpty) return Finish(work, request, day, here);
        var consider = Asked(agreement, agreement.Text, 0, here);
        return new Turn.Ask(work, Considering.Excepting(
            granted, request with { Version = agreement.Version + 1, Day = day }, consider, here));
    }

    private static bool IsGrant(Entry entry) => entry.Kind is EntryKind.VarianceGranted or EntryKind.Suspended;

    /// <summary>What a leader decided at once comes before the circle's next meeting.</summary>
    private static Work Reviewed(Work work, Request request, Surroundings here) =>
        Considering.Find(work.Circle, request.Decision) is { Resolved: false } agreement
            ? Mandating.Review(work, request, agreement, here)
            : work;

    /// <summary>Answers not taken up yet: those whose seal differs from the link's.</summary>
    private static ImmutableArray<Answer?> Fresh(Work work, ImmutableArray<Answer?> answers) =>
        [.. answers.Select((answer, child) =>
            answer is not null && answer.Seal != work.Circle.Links[child].Seal ? answer : null)];

    private static Turn.Ask? AskChildren(
        Work work, Request request, Days day, double moved, Surroundings here)
    {
        var agreement = Considering.Find(work.Circle, request.Decision);
        var asked = Dividing.ToEach(
            agreement,
            Enumerable.Range(0, here.Children.Length)
                .Where(child => Considering.IsDue(work.Circle.Links[child], agreement.Version, moved)),
            text => request with
            {
                Version = agreement.Version,
                Day = day,
                Asking = Asked(agreement, text, moved, here),
            });
        (work, asked) = LinkLoss.Fall(work, asked, here);
        return asked.IsEmpty ? null : new Turn.Ask(work, asked);
    }

    /// <summary>An agreement as the matter it was, its text as it is.</summary>
    internal static Proposal Matter(Agreement agreement, Surroundings here) => new(
        agreement.Decision, here.Id, here.Id, agreement.Effect, agreement.Text, agreement.Dimensions,
        TermAsked(agreement), 0, 0)
    {
        Change = agreement.Change,
    };

    private static Asking.Consider Asked(Agreement agreement, Point text, double moved, Surroundings here) => new(
        Matter(agreement, here) with { Text = text }, agreement.Owner, text, agreement.Latitude,
        agreement.TermShare, moved);

    /// <summary>How often the text was changed since it was last carried down.</summary>
    private static int Steps(Work work, int decision) =>
        work.Entries.Count(entry => entry.Kind == EntryKind.Decided && entry.Decision == decision);

    /// <summary>The length of all the steps the text took since its first version.</summary>
    private static double MovedInAll(Work work, int decision)
    {
        var moved = 0.0;
        foreach (var entry in work.Entries)
            if (entry.Kind is EntryKind.Decided or EntryKind.Enacted or EntryKind.TextTaken
                && entry.Decision == decision)
                moved += entry.From!.Value.DistanceTo(entry.To!.Value);
        return Fixed.Round(moved);
    }

    private static int TermAsked(Agreement agreement) =>
        agreement.TermShare > 0
            ? (int)Math.Round((agreement.UntilDay - agreement.FromDay) / agreement.TermShare)
            : 0;

    /// <summary>The owner's meeting on review requests: the nearest text that meets as many people's
    /// as can be met together, if all its own members can live with it; null when nothing changes.</summary>
    internal static Work? Review(
        Work work, Request request, Agreement agreement, ImmutableArray<Review> reviews, Days day, Surroundings here)
    {
        reviews = Federating.Review.Choose(reviews);
        if (reviews.IsEmpty) return null;
        day = day.NextMeeting(here.CadenceDays, here.Phase);
        var facets = new Facets(agreement.Dimensions, here.StatusQuo);
        var bounds = Owning.Bounds(work.Circle, here, facets);
        if (Meeting(reviews, agreement, facets, bounds, here) is not { } asked) return null;

        var version = agreement.Version + 1;
        var held = Holding.Hold(work.Circle, request, version, day, here, new Meeting(
            Voices.Present(work.Circle, here, request.Decision, version), facets, facets.Whole(asked.Text),
            bounds, null, agreement.TermShare, Shapes: false));
        day = held.Effort.LastDay;
        var heard = asked.Met.Select(review =>
            review.Heard(request, version, day, agreement.Text)).ToImmutableArray();
        var people = here.Residents + work.Circle.Links.Sum(link => link.People);
        var moments = asked.Met.Select((review, i) => new Moment(
            review.Circle, review.Depth, heard[i],
            (Int128)Fixed.ToLong(agreement.Text.DistanceTo(review.Wanted)) * people)).ToImmutableArray();
        work = new Work(
            held.Circle, work.Entries.AddRange(heard).AddRange(held.Entries),
            work.Effort.Plus(held.Effort).Plus(Effort.None with { Moments = Moment.Choose(moments) }));
        if (!held.Minutes.Consented) return work;

        var changed = agreement with
        {
            Version = version,
            Dimensions = held.Minutes.Dimensions,
            Text = held.Minutes.Text,
            CarriedOut = held.Minutes.Text,
            Parts = [],
            PartOf = [],
            TermShare = held.Minutes.TermShare,
            UntilDay = agreement.FromDay
                + Math.Max(1, (int)(TermAsked(agreement) * held.Minutes.TermShare)),
        };
        return work with
        {
            Circle = work.Circle with { Agreements = Deliberating.Replace(work.Circle.Agreements, changed) },
            Entries = work.Entries.Add(Deliberating.Note(
                EntryKind.Decided, request, version, day, agreement.Text, changed.Text)),
        };
    }

    /// <summary>Requests are met in the order of the people behind them while a common text exists.</summary>
    internal static (Point Text, ImmutableArray<Review> Met)? Meeting(
        ImmutableArray<Review> reviews, Agreement agreement, Facets facets, Bounds bounds, Surroundings here)
    {
        var start = facets.Of(agreement.Text);
        var text = start;
        var ranges = new List<Acceptance>();
        var met = ImmutableArray.CreateBuilder<Review>();
        foreach (var review in reviews)
        {
            ranges.Add(new Acceptance(
                facets.Of(review.Wanted), agreement.Latitude, here.Practice.BoxRanges));
            var nearest = CommonGround.Nearest(start, [.. ranges], bounds);
            if (nearest.End is SearchEnd.Found)
            {
                text = Fixed.Round(nearest.Point);
                met.Add(review);
            }
            else ranges.RemoveAt(ranges.Count - 1);
        }

        return met.Count == 0 ? null : (text, met.DrainToImmutable());
    }

    private static Turn.Done Finish(Work work, Request request, Days day, Surroundings here)
    {
        var agreement = Considering.Find(work.Circle, request.Decision);
        var reach = Reaching.Below(work.Circle, here);
        if (here.IsLeaf)
            reach = new Reach
            {
                People = here.Residents,
                Outside = Reaching.OutsideOf(work.Circle, agreement, here),
                DepthMax = here.Depth,
            }.Harmed(Fixed.Round(Reaching.NeedDistance(agreement, day.Mid, here)), here.Residents);
        return new Turn.Done(
            work with { Effort = Effort.None }, day,
            new Reply.SpreadOut(
                agreement.Version, agreement.Text, agreement.FromDay, agreement.UntilDay,
                agreement.ReviewDay, work.Effort, reach)
            {
                Reviews = Federating.Review.Choose([.. Considering.Said(work.Circle).SelectMany(one => one.Reviews)]),
            });
    }
}
