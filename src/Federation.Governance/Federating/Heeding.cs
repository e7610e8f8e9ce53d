using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>External effects: who is affected by a matter of another circle is heard before it is settled.</summary>
/// <remarks>
/// The text as brought is put to every circle it touches, as it stands. Where all can live with it, the
/// circle whose matter it is decides, as it would have. One that cannot objects, and the matter moves up
/// to the lowest circle that covers all it affects, in which the links of both sides sit. Whom no link
/// person could tell was not heard, and an objection none could carry up is not known above.
/// </remarks>
internal sealed class Heeding : Part
{
    public static Heeding Part { get; } = new();

    public override Turn Begin(Work work, Request request, Surroundings here)
    {
        var matters = ((Asking.Heed)request.Asking).Matters;
        var asks = ImmutableArray.CreateBuilder<(int, Request)>();
        for (var child = 0; child < here.Children.Length; child++)
        {
            var below = matters.RemoveAll(matter =>
                !matter.Touches.Any(touched => touched.IsWithin(here.Children[child])));
            (work, below) = LinkLoss.Fall(work, request, child, below, here);
            if (!below.IsEmpty) asks.Add(To(child, request, request.Day, new Asking.Heed(below), request.Version));
        }

        return asks.Count == 0
            ? Meet(work, request, [], request.Day, here)
            : new Turn.Ask(work, asks.DrainToImmutable());
    }

    public override Turn Continue(
        Work work, Request request, ImmutableArray<Answer?> answers, Surroundings here)
    {
        var said = ImmutableArray.CreateBuilder<Stance>();
        var links = SetEach(work.Circle.Links, (child, link) =>
        {
            if (answers[child] is not { Reply: Reply.Heeded heeded } answer) return link;
            foreach (var stance in heeded.Stances)
                said.Add(LinkLoss.RisesFrom(work.Circle, child, stance.Decision, here)
                    ? stance : stance with { Consents = true });
            return link with { Seal = answer.Seal };
        });
        return Meet(
            work with { Circle = work.Circle with { Links = links } }, request, said.DrainToImmutable(),
            LatestOf(request.Day, answers), here);
    }

    private static Turn.Done Meet(
        Work work, Request request, ImmutableArray<Stance> said, Days day, Surroundings here)
    {
        var (ends, stances) = (day, ImmutableArray.CreateBuilder<Stance>());
        foreach (var matter in ((Asking.Heed)request.Asking).Matters)
        {
            var keyed = request with { Decision = matter.Id };
            Stance? all = null;
            if (matter.Touches.Contains(here.Id))
            {
                (work, all) = Say(work, keyed, matter, day, here);
                ends = ends.Later(all.Effort.LastDay);
            }

            foreach (var stance in said)
                if (stance.Decision == matter.Id)
                    all = all is null ? stance : (all.Consents ? stance : all) with
                    {
                        Consents = all.Consents && stance.Consents, Effort = all.Effort.Plus(stance.Effort),
                    };
            if (all is null) continue;
            stances.Add(all);
            if (!all.Consents && matter.Common == here.Id)
                work = work with
                {
                    Entries = work.Entries.Add(Deliberating.Note(
                        EntryKind.MovedUp, keyed, 0, ends, matter.Text, all.Point)),
                };
        }

        return new Turn.Done(work, ends, new Reply.Heeded(stances.DrainToImmutable()));
    }

    /// <summary>The circle's own meeting on a text that is not its own: nothing is changed here.</summary>
    private static (Work Work, Stance Stance) Say(
        Work work, Request keyed, Proposal matter, Days day, Surroundings here)
    {
        var facets = new Facets(matter.Dimensions, here.StatusQuo);
        var held = Holding.Hold(work.Circle, keyed, 0, day, here, new Meeting(
            Voices.Present(work.Circle, here, matter.Id, 0), facets, matter.Text,
            Bounds.Unit(facets.Dimensions.Length), null, 1, Shapes: false) { AsItStands = true });
        var consents = held.Minutes.Consented;
        var wanted = consents ? matter.Text
            : Fixed.Round(facets.Whole(facets.Of(Convening.Middle(held.Circle, here))));
        var note = Deliberating.Note(
            consents ? EntryKind.ExternalHeard : EntryKind.ExternalObjection, keyed, 0, held.Effort.LastDay,
            matter.Text, wanted);
        return (
            work with { Circle = held.Circle, Entries = work.Entries.AddRange(held.Entries).Add(note) },
            new Stance(matter.Id, consents, wanted, held.Effort));
    }
}
