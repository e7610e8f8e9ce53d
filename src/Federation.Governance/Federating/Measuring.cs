using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>Lead, do, measure: how an agreement is carried out today and what it does, from the leaves up.</summary>
/// <remarks>
/// At a review every circle observes its own need through the agreement's measure and beliefs follow;
/// then the owner's meeting decides. When a term is over every circle drops the agreement.
/// </remarks>
internal sealed class Measuring : Part
{
    // Less than any movement of a text: whoever answered this is asked again whatever comes.
    private const double AskAgain = -1;

    public static Measuring Part { get; } = new();

    public override Turn Begin(Work work, Request request, Surroundings here)
    {
        if (Restoring.IsDue(work.Circle, request)) return Restoring.Begin(work, request, here);
        if (here.IsLeaf) return Conclude(work, request, request.Day, here);
        var measure = (Asking.Measure)request.Asking;
        var own = work.Circle.Agreements.FirstOrDefault(one => one.Decision == request.Decision);
        var below = measure with
        {
            Objections = [], Metric = own?.Owner == here.Id ? own.Metric : measure.Metric,
        };
        var asked = request with { Asking = below };
        return new Turn.Ask(work, [.. Enumerable.Range(0, here.Children.Length).Select(child => (child, asked))]);
    }

    public override Turn Continue(
        Work work, Request request, ImmutableArray<Answer?> answers, Surroundings here)
    {
        if (answers.Any(answer => answer?.Reply is Reply.Entrusted))
            return Restoring.Continue(work, request, answers, LatestOf(request.Day, answers), here);
        var links = SetEach(work.Circle.Links, (child, link) =>
        {
            var answer = answers[child]!;
            var measured = (Reply.Measured)answer.Reply;
            return link with
            {
                Seal = answer.Seal,
                Belief = measured.Belief,
                Middle = measured.Middle,
                Considered = measured.Standing,
            };
        });
        return Conclude(
            work with { Circle = work.Circle with { Links = links } }, request,
            LatestOf(request.Day, answers), here);
    }

    private static Turn.Done Conclude(Work work, Request request, Days day, Surroundings here)
    {
        var measure = (Asking.Measure)request.Asking;
        if (work.Circle.Agreements.FirstOrDefault(one => one.Decision == request.Decision) is not { } agreement)
            return NotReached(work, day, here);
        var isOver = measure.Due is Due.Expiry or Due.End;
        var now = !isOver ? agreement : agreement with
        {
            Text = here.StatusQuo, CarriedOut = here.StatusQuo, Resolved = true, Parts = [],
        };
        work = isOver ? Drop(work, request, agreement, measure.Due, here)
            : measure.Due == Due.Review ? Observe(work, request, agreement, here)
            : work;
        var reach = Reached(work.Circle, now, day.Mid, here);
        var isOwner = agreement.Owner == here.Id;
        if (isOwner && measure.Due == Due.Review)
            return Reviewing.Hold(work, request, measure.Objections, reach, day, here);
        var voices = Voices.Heard(work.Circle, here, 0);
        var middle = Convening.Standing(voices, work.Circle, day.Mid, here);
        if (!isOwner)
            return new Turn.Done(work, day, new Reply.Measured(
                new Reply.Considered(
                    now.CarriedOut, AskAgain, here.IsLeaf ? Harm(now, day.Mid, here) : 0, here.Residents,
                    Effort.None, reach.Plus(Reaching.Own(work.Circle, now, here)), []),
                Convening.MeanBelief(voices, here), middle));

        if (measure.Due == Due.Missed) (work, now) = Pass(work, request, now, day);
        var verdict = measure.Due switch
        {
            Due.Missed => Verdict.Missed,
            Due.Expiry => Verdict.Expired,
            Due.End => Verdict.Ended,
            _ => Verdict.Seen,
        };
        return new Turn.Done(work, day, new Reply.Looked(
            verdict, now.Version, now.Text, now.UntilDay, now.ReviewDay, Effort.None, reach, middle));
    }

    /// <summary>A circle that was never asked about it: a leaf's people are nobody's harm here.</summary>
    private static Turn.Done NotReached(Work work, Days day, Surroundings here)
    {
        var voices = Voices.Heard(work.Circle, here, 0);
        return new Turn.Done(work, day, new Reply.Measured(
            new Reply.Considered(here.StatusQuo, AskAgain, 0, 0, Effort.None, Reaching.Below(work.Circle, here), []),
            Convening.MeanBelief(voices, here), Convening.Standing(voices, work.Circle, day.Mid, here)));
    }

    /// <summary>What became of those below, or of the owner's own people where nobody is below.</summary>
    private static Reach Reached(Circle circle, Agreement agreement, int day, Surroundings here)
    {
        if (!here.IsLeaf) return Reaching.Below(circle, here);
        if (agreement.Owner != here.Id) return Reach.None;
        return new Reach
        {
            People = here.Residents,
            Outside = Reaching.OutsideOf(circle, agreement, here),
            DepthMax = here.Depth,
        }.Harmed(Harm(agreement, day, here), here.Residents);
    }

    private static double Harm(Agreement agreement, int day, Surroundings here) =>
        Fixed.Round(Reaching.NeedDistance(agreement, day, here));

    /// <summary>The circle reads its measure; what it agreed is looked at again with the text that follows.</summary>
    private static Work Observe(Work work, Request request, Agreement agreement, Surroundings here)
    {
        var metric = agreement.Owner == here.Id ? agreement.Metric : ((Asking.Measure)request.Asking).Metric;
        var observed = Learning.Read(metric, request, here);
        var circle = Learning.Learn(work.Circle, agreement, observed, here) with
        {
            Agreements = Deliberating.Replace(work.Circle.Agreements, agreement with { IsDue = true }),
        };
        var facets = new Facets(agreement.Dimensions, here.StatusQuo);
        return work with
        {
            Circle = circle,
            Entries = work.Entries.Add(Deliberating.Note(
                EntryKind.Observed, request, agreement.Version, request.Day, agreement.CarriedOut,
                facets.Whole(facets.Of(observed)))),
        };
    }

    /// <summary>It no longer holds, and no exception from it either.</summary>
    private static Work Drop(
        Work work, Request request, Agreement agreement, Due due, Surroundings here) => work with
    {
        Circle = work.Circle with
        {
            Agreements = work.Circle.Agreements.Remove(agreement),
            Variances = work.Circle.Variances.RemoveAll(one => one.Decision == agreement.Decision),
        },
        Entries = work.Entries.Add(Deliberating.Note(
            due == Due.End ? EntryKind.Ended : EntryKind.Expired, request, agreement.Version, request.Day,
            agreement.CarriedOut, here.StatusQuo)),
    };

    /// <summary>The day of the review passes; the next is half a term later, if it holds so long.</summary>
    private static (Work Work, Agreement Agreement) Pass(
        Work work, Request request, Agreement agreement, Days day)
    {
        var passed = agreement with
        {
            ReviewDay = day.Mid + Math.Max(1, (agreement.UntilDay - agreement.FromDay) / 2),
        };
        return (work with
        {
            Circle = work.Circle with { Agreements = Deliberating.Replace(work.Circle.Agreements, passed) },
            Entries = work.Entries.Add(Deliberating.Note(
                EntryKind.Unreviewed, request, agreement.Version, day, null, null)),
        }, passed);
    }
}
