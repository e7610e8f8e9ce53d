using System.Collections.Immutable;
using System.Diagnostics;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;
using Meeting = Federation.Governance.Decisions.Meeting;

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
        var day = request.Day.NextMeeting(here.CadenceDays, here.Phase);
        work = StillFits(work.Circle, request, consider)
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
        return asked.IsEmpty ? Finish(work, request, day, here) : new Turn.Ask(work, asked);
    }

    public override Turn Continue(
        Work work, Request request, ImmutableArray<Answer?> answers, Surroundings here) =>
        Finish(Take(work, answers), request, LatestOf(request.Day, answers), here);

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

    /// <summary>How children carry it out, with the harm of those who are leaves: how far each is from
    /// its need, and how far from its siblings' mean (docs/guide/model.md, "Needs and harm").</summary>
    internal static Reach Below(Circle circle, Surroundings here)
    {
        var reach = Reach.None;
        var considered = Said(circle);
        if (considered.Length == 0) return reach;
        var sum = Point.Filled(here.Dimensions, 0);
        foreach (var one in considered) sum += one.CarriedOut;
        var (harms, harm) = (new List<HarmBin>(), Int128.Zero);
        foreach (var one in considered)
        {
            reach = reach.Plus(one.Reach with { Harms = [] });
            harms.AddRange(one.Reach.Harms);
            if (one.People == 0) continue;
            var apart = considered.Length == 1 ? 0 : one.CarriedOut
                .DistanceTo((sum - one.CarriedOut) * (1.0 / (considered.Length - 1)));
            var bin = HarmBin.Of(
                Fixed.Round(one.NeedDistance + (here.Practice.Coordination * apart)), one.People);
            harms.Add(bin);
            harm += bin.Sum;
        }

        return reach with { Harm = reach.Harm + harm, Harms = HarmBin.Merge(harms) };
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

    /// <summary>People of the circle itself whom the way it is carried out does not reach.</summary>
    internal static int OutsideOf(Circle circle, Agreement agreement, Surroundings here)
    {
        var facets = new Facets(agreement.Dimensions, here.StatusQuo);
        var outside = 0;
        for (var index = 0; index < here.Residents; index++)
        {
            var voice = Voices.Living(circle, here, index);
            var stand = here.Practice.StandOf(voice, voice.Snapshot.Preference, voice.Belief);
            var range = new Acceptance(
                facets.Of(stand), voice.Snapshot.Tolerance * here.Practice.Widening(agreement.TermShare),
                here.Practice.BoxRanges);
            if (!range.Contains(facets.Of(agreement.CarriedOutFor(index)))) outside++;
        }

        return outside;
    }

    private static bool StillFits(Circle circle, Request request, Asking.Consider consider) =>
        request.Version > 1
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
        if (matter.Effect == Decisions.Effect.Informs)
            return Record(work, request, consider, day, EntryKind.Told, matter.Text, true, consider.TermShare);

        var facets = new Facets(matter.Dimensions, here.StatusQuo);
        Acceptance? limit = matter.Effect == Decisions.Effect.Limits
            ? new Acceptance(facets.Of(consider.Text), consider.Latitude, here.Practice.BoxRanges)
            : null;
        var held = Holding.Hold(work.Circle, request, request.Version, request.Day, here, new Meeting(
            Voices.Present(work.Circle, here, request.Decision, request.Version), facets, matter.Text,
            Deliberating.Bounds(here, facets), limit, consider.TermShare, Shapes: true));
        work = new Work(held.Circle, work.Entries.AddRange(held.Entries), work.Effort.Plus(held.Effort));
        day = held.Day;
        if (held.Minutes.Consented)
        {
            var kind = held.Minutes.Text.DistanceTo(matter.Text) < SameText
                ? EntryKind.CarriedOut : EntryKind.Adapted;
            work = Record(work, request, consider, day, kind, held.Minutes.Text, true, held.Minutes.TermShare);
            return Dividing.Into(work, request.Decision, held, here);
        }

        if (matter.Effect == Decisions.Effect.Invites)
            return Record(work, request, consider, day, EntryKind.Declined, here.StatusQuo, true, consider.TermShare);
        work = Record(work, request, consider, day, EntryKind.Unresolved, matter.Text, false, consider.TermShare);
        return held.Minutes.Livable is { } wanted
            ? work with { Entries = work.Entries.Add(Deliberating.Note(
                EntryKind.ReviewRequested, request, request.Version, day, matter.Text, wanted)) }
            : work;
    }

    private static Work Record(
        Work work, Request request, Asking.Consider consider, Days day, EntryKind kind, Point carriedOut,
        bool resolved, double termShare)
    {
        var matter = consider.Matter;
        var term = Math.Max(1, (int)(matter.TermDays * termShare));
        var agreement = new Agreement(
            matter.Id, request.Version, consider.Owner, matter.Effect, matter.Dimensions, consider.Text,
            carriedOut, consider.Latitude, day.Mid, day.Mid + term, day.Mid + Math.Max(1, term / 2),
            termShare, resolved);
        return work with
        {
            Circle = work.Circle with { Agreements = Deliberating.Replace(work.Circle.Agreements, agreement) },
            Entries = work.Entries.Add(Deliberating.Note(
                kind, request, request.Version, day, matter.Text, carriedOut)),
        };
    }

    private static Turn.Done Finish(Work work, Request request, Days day, Surroundings here)
    {
        var circle = work.Circle;
        var agreement = Find(circle, request.Decision);
        ImmutableArray<Review> reviews = [.. Said(circle).SelectMany(one => one.Reviews)];
        if (Wanted(work, request) is { } wanted)
        {
            reviews = reviews.Add(new Review(
                here.Id, here.Depth, wanted, here.Residents + circle.Links.Sum(link => link.People)));
            work = work with { Effort = work.Effort.Plus(Effort.None with { Reviews = 1 }) };
        }

        return new Turn.Done(
            work with { Effort = Effort.None }, day, new Reply.Considered(
                agreement.CarriedOut, Slack(circle, agreement, ((Asking.Consider)request.Asking).Moved),
                here.IsLeaf ? Fixed.Round(NeedDistance(agreement, day.Mid, here)) : 0, here.Residents,
                work.Effort, Below(circle, here).Plus(Own(circle, agreement, here)), Review.Choose(reviews)));
    }

    private static Point? Wanted(Work work, Request request)
    {
        foreach (var entry in work.Entries)
            if (entry.Kind == EntryKind.ReviewRequested && entry.Decision == request.Decision) return entry.To;
        return null;
    }

    /// <summary>How far the owner's text may have moved in all before this circle or one below must be
    /// asked again: it may not be asked about every version, so steps are counted from the first.</summary>
    private static double Slack(Circle circle, Agreement agreement, double moved)
    {
        if (agreement.Effect != Decisions.Effect.Limits) return AnyDistance;
        var slack = moved;
        if (agreement.Resolved)
            slack += Math.Max(0, agreement.Latitude - agreement.CarriedOut.DistanceTo(agreement.Text));
        foreach (var link in circle.Links)
            if (link.Considered is { } considered) slack = Math.Min(slack, considered.Slack);
        return Fixed.Round(slack);
    }

    internal static double NeedDistance(Agreement agreement, int day, Surroundings here)
    {
        var facets = new Facets(agreement.Dimensions, here.StatusQuo);
        return Dividing.Mean(agreement, text => facets.Of(text).DistanceTo(facets.Of(here.NeedOn(day))));
    }

    /// <summary>Nobody declines for those below: they are invited to the text as it came.</summary>
    private static bool Declined(Agreement agreement, Surroundings here) =>
        agreement.Effect == Decisions.Effect.Invites && agreement.CarriedOut == here.StatusQuo;

    internal static Reach Own(Circle circle, Agreement agreement, Surroundings here)
    {
        var declined = Declined(agreement, here);
        var adapted = agreement.IsAdapted;
        return new Reach
        {
            Asked = 1,
            Unresolved = agreement.Resolved ? 0 : 1,
            Declined = agreement.Resolved && declined ? 1 : 0,
            Adapted = agreement.Resolved && !declined && adapted ? 1 : 0,
            Carried = agreement.Resolved && !declined && !adapted ? 1 : 0,
            People = here.Residents,
            Outside = here.IsLeaf ? OutsideOf(circle, agreement, here) : 0,
            DepthMax = here.Depth,
        };
    }
}
