using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Linking;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>The rising wave: every circle meets, settles what its domain covers and refers the rest.</summary>
internal sealed class Convening : Part
{
    public static Convening Part { get; } = new();

    public override Turn Begin(Work work, Request request, Surroundings here)
    {
        var convene = (Asking.Convene)request.Asking;
        var returns = work.Circle.Returns.AddRange(convene.Returns);
        if (!returns.IsEmpty)
            returns = [.. returns.Select(back => back with { Via = Voices.Via(work.Circle, back.Person) })];
        work = work with { Circle = Relinking.Heard(work.Circle, convene.Linked) with { Returns = [] } };
        if (here.IsLeaf)
        {
            var home = work with { Circle = Opinions.TakeHome(work.Circle, returns, here) };
            return Meet(home, request, request.Day, [], [], here);
        }

        return new Turn.Ask(work, [.. Enumerable.Range(0, here.Children.Length).Select(child =>
            To(child, request, request.Day, new Asking.Convene(
                [.. convene.Raised.Where(raised => raised.Origin.IsWithin(here.Children[child]))],
                [.. returns.Where(back => back.Via == child)],
                Relinking.Tell(work.Circle, child, here)), 0))]);
    }

    public override Turn Continue(
        Work work, Request request, ImmutableArray<Answer?> answers, Surroundings here)
    {
        var referred = ImmutableArray.CreateBuilder<Referral>();
        var taken = ImmutableArray.CreateBuilder<Taken>();
        var above = new List<Snapshot>();
        var links = SetEach(work.Circle.Links, (child, link) =>
        {
            var answer = answers[child]!;
            var convened = (Reply.Convened)answer.Reply;
            referred.AddRange(convened.Referred);
            taken.AddRange(convened.Taken);
            above.AddRange(convened.Above.Where(snapshot =>
                work.Circle.Passing.Any(passing => passing.Person == snapshot.Person)));
            return Relinking.Take(link, convened) with { Seal = answer.Seal };
        });
        var circle = work.Circle with { Links = links, Above = Leading.Ordered(above) };
        return Objected.Rising(answers, Meet(
            work with { Circle = circle }, request, LatestOf(request.Day, answers),
            referred.DrainToImmutable(), taken.DrainToImmutable(), here));
    }

    private static Turn.Done Meet(
        Work work, Request request, Days day, ImmutableArray<Referral> referred,
        ImmutableArray<Taken> taken, Surroundings here)
    {
        var there = day;
        day = day.NextMeeting(here.CadenceDays, here.Phase);
        foreach (var proposal in ((Asking.Convene)request.Asking).Raised)
        {
            if (proposal.Origin != here.Id) continue;
            referred = referred.Add(new Referral(proposal, Effort.None));
            work = Representing.Call(work, request, proposal, here);
        }

        var (passedOn, settled) = (ImmutableArray.CreateBuilder<Referral>(), taken.ToBuilder());
        var matters = Agenda.Order(referred, here);
        if (here.Practice.AgendaConsent) (matters, work) = Agenda.Consent(work, request, matters, day, here);
        foreach (var matter in matters)
        {
            var came = Representing.There(matter, request.Day, there);
            if (Removing.IsOf(matter.Proposal, here))
                work = Removing.Settle(work, request, matter, day, here, settled);
            else if (!here.Domain.Covers(matter.Proposal) || LimitedFromAbove(work.Circle, matter.Proposal, day.Mid))
                work = Forward(work, request, matter, Representing.Meets(matter.Proposal, came, here), here, passedOn);
            else if (Mandating.Covers(matter.Proposal, here))
                work = Mandating.Decide(work, request, matter, came, here, settled);
            else
                work = Deliberating.Settle(work, request, matter, came, here, settled, passedOn);
        }

        for (var at = taken.Length; at < settled.Count; at++) day = day.Later(settled[at].Effort.LastDay);
        foreach (var referral in passedOn) day = day.Later(referral.Effort.LastDay);
        day = day.Later(work.Circle.Booked.Day);
        var voices = Voices.Heard(work.Circle, here, 0);
        work = LinkLoss.Rise(work, request, day, here, passedOn, settled);
        var middle = Standing(voices, work.Circle, day.Mid, here);
        (work, middle, var room) = Mandates.Given(work, request, voices, middle, day, here);
        work = Relinking.Renew(
            work, request, ((Asking.Convene)request.Asking).Linked, voices, middle, day, here);
        if (here.IsLeaf)
            work = work with { Circle = work.Circle with { Above = Leading.Passing(work.Circle, here) } };
        (work, var objected) = Objected.Hear(work, request, day, here);
        return new Turn.Done(work, day, new Reply.Convened(
            work.Circle.Above, MeanBelief(voices, here), middle,
            Relinking.Report(work.Circle, voices, room, day, here),
            passedOn.DrainToImmutable(), settled.DrainToImmutable()) { Objected = objected });
    }

    /// <summary>Whether an agreement from above leaves no room for the text: then it is not ours.</summary>
    private static bool LimitedFromAbove(Circle circle, Proposal proposal, int day)
    {
        foreach (var agreement in circle.Agreements)
        {
            if (agreement.Owner == circle.Id || agreement.Effect != Decisions.Effect.Limits) continue;
            if (!agreement.InForce(day)) continue;
            var shared = proposal.Dimensions.Where(agreement.Dimensions.Contains).ToImmutableArray();
            if (shared.IsEmpty) continue;
            var facets = new Facets(shared, agreement.Text);
            if (!Tolerance.Within(
                facets.Of(proposal.Text).DistanceTo(facets.Of(agreement.Text)), agreement.Latitude)) return true;
        }

        return false;
    }

    /// <summary>A circle without the domain consents only to passing the matter on, text unchanged.</summary>
    private static Work Forward(
        Work work, Request request, Referral matter, Days day, Surroundings here,
        ImmutableArray<Referral>.Builder passedOn)
    {
        (work, matter) = Representing.Send(work, request, matter, day, here);
        var present = Representing.Seat(Voices.Present(work.Circle, here, matter.Proposal.Id, 0), matter, here);
        var belief = MeanBelief(Voices.Heard(work.Circle, here, 0), here);
        var effort = Effort.None with
        {
            Attending = present.Length,
            Speaking = (long)present.Length * present.Length,
        };
        var sitting = Sitting.Of(
            work.Circle, request with { Decision = matter.Proposal.Id }, 0, day, effort, here);
        effort = effort with { LastDay = sitting.Ended, Waited = sitting.Waited };
        var entry = new Entry(
            EntryKind.Forwarded, request.Cycle, sitting.Ended.Mid, matter.Proposal.Id, 0, 1, Speaker.Circle,
            Argument.Between(matter.Proposal.Text, belief), matter.Proposal.Text, matter.Proposal.Text);
        passedOn.Add(new Referral(
            matter.Proposal with { LevelsUp = matter.Proposal.LevelsUp + 1 }, matter.Effort.Plus(effort),
            matter.Representative));
        return work with
        {
            Circle = sitting.Circle,
            Entries = work.Entries.AddRange(sitting.Entries).Add(entry),
        };
    }

    /// <summary>What the circle believes it needs, on average.</summary>
    internal static Point MeanBelief(ImmutableArray<Voice> voices, Surroundings here)
    {
        if (voices.IsEmpty) return here.StatusQuo;
        var sum = Point.Filled(here.Dimensions, 0);
        foreach (ref readonly var voice in voices.AsSpan()) sum += voice.Belief;
        return Fixed.Round(sum * (1.0 / voices.Length));
    }

    /// <summary>What the circle would stand for above: its agreed way of carrying out what is in
    /// force, or else the geometric median of its members.</summary>
    internal static Point Standing(ImmutableArray<Voice> voices, Circle circle, int day, Surroundings here)
    {
        if (voices.IsEmpty) return here.StatusQuo;
        var stands = new Point[voices.Length];
        for (var i = 0; i < stands.Length; i++)
        {
            ref readonly var voice = ref voices.ItemRef(i);
            stands[i] = here.Practice.StandOf(voice, voice.Snapshot.Preference, voice.Belief);
        }

        var middle = GeometricMedian.Of(stands);
        foreach (var agreement in circle.Agreements)
        {
            if (!agreement.InForce(day)) continue;
            var facets = new Facets(agreement.Dimensions, agreement.CarriedOut);
            middle = facets.Onto(facets.Of(agreement.CarriedOut), middle);
        }

        return Fixed.Round(middle);
    }
}
