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
            return Go(Gathered(home, request, new Intake([], [], Stage.Gathered), here), request, request.Day, here);
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
        if (work.Intake is not null)
            return Go(Intake.Take(work, answers), request, LatestOf(request.Day, answers), here);
        var coming = ImmutableArray.CreateBuilder<Coming>();
        var taken = ImmutableArray.CreateBuilder<Taken>();
        var objected = ImmutableArray.CreateBuilder<Objected>();
        var spent = ImmutableArray.CreateBuilder<TimeSpent>();
        var above = new List<Snapshot>();
        var links = SetEach(work.Circle.Links, (child, link) =>
        {
            var answer = answers[child]!;
            var convened = (Reply.Convened)answer.Reply;
            foreach (var referral in convened.Referred) coming.Add(new Coming(referral, child));
            taken.AddRange(convened.Taken);
            objected.AddRange(convened.Objected);
            spent.AddRange(convened.Spent);
            above.AddRange(convened.Above.Where(snapshot =>
                work.Circle.Passing.Any(passing => passing.Person == snapshot.Person)));
            return Relinking.Take(link, convened) with { Seal = answer.Seal };
        });
        var circle = work.Circle with { Links = links, Above = Leading.Ordered(above) };
        var gathered = new Intake(coming.DrainToImmutable(), taken.DrainToImmutable(), Stage.Gathered)
        {
            Objected = objected.DrainToImmutable(),
            Spent = spent.DrainToImmutable(),
        };
        return Go(
            Gathered(work with { Circle = circle }, request, gathered, here), request,
            LatestOf(request.Day, answers), here);
    }

    /// <summary>What came up from below, and what a member raised here.</summary>
    private static Work Gathered(Work work, Request request, Intake intake, Surroundings here)
    {
        foreach (var proposal in ((Asking.Convene)request.Asking).Raised)
        {
            if (proposal.Origin != here.Id) continue;
            intake = intake with { Coming = intake.Coming.Add(new Coming(new Referral(proposal, Effort.None), -1)) };
            work = Representing.Call(work, request, proposal, here);
        }

        return work with { Intake = intake };
    }

    private static Turn Go(Work work, Request request, Days day, Surroundings here)
    {
        (work, var ask) = Intake.Next(work, request, day, here);
        if (ask is not null) return ask;
        var (below, spentBelow) = (work.Intake!.Objected, work.Intake.Spent);
        (work, day, var passedOn, var settled) = Hold(work, request, day, here);
        var voices = Voices.Heard(work.Circle, here, 0);
        var middle = Standing(voices, work.Circle, day.Mid, here);
        (work, middle, var room) = Mandates.Given(work, request, voices, middle, day, here);
        work = Relinking.Renew(
            work, request, ((Asking.Convene)request.Asking).Linked, voices, middle, day, here);
        if (here.IsLeaf)
            work = work with { Circle = work.Circle with { Above = Leading.Passing(work.Circle, here) } };
        (work, var objected, var spent) = Objected.Hear(work, request, day, here);
        if (!below.IsEmpty) objected = Objected.Choose(objected.AddRange(below));
        return new Turn.Done(work, day, new Reply.Convened(
            work.Circle.Above, MeanBelief(voices, here), middle,
            Relinking.Report(work.Circle, voices, room, day, here), passedOn, settled)
        {
            Objected = objected,
            Spent = TimeSpent.Merge([.. spentBelow, .. spent]),
        });
    }

    /// <summary>The circle's meeting on the matters before it: it settles what is its own and passes on
    /// the rest.</summary>
    internal static (Work Work, Days Day, ImmutableArray<Referral> PassedOn, ImmutableArray<Taken> Settled) Hold(
        Work work, Request request, Days day, Surroundings here)
    {
        var there = day;
        day = day.NextMeeting(here.CadenceDays, here.Phase);
        var intake = work.Intake!;
        work = Granting.End(work with { Intake = null }, request, day, here);
        (work, var taken) = Carry(work, intake.Taken, request, day, here);
        var (passedOn, settled) = (ImmutableArray.CreateBuilder<Referral>(), taken.ToBuilder());
        var matters = Agenda.Order([.. intake.Coming.Select(coming => coming.Referral)], here);
        if (here.Practice.AgendaConsent) (matters, work) = Agenda.Consent(work, request, matters, day, here);
        foreach (var matter in matters)
        {
            if (Removing.IsOf(matter.Proposal, here))
            {
                work = Removing.Settle(work, request, matter, day, here, settled);
                continue;
            }

            (work, var finding) = Finding(work, request, matter.Proposal, day, here);
            var came = Representing.There(matter, request.Day, there);
            if (here.Depth > 0 && (!Owning.Has(work.Circle, matter.Proposal, here)
                || !Limiting.LeavesRoom(work.Circle, matter.Proposal, day.Mid)))
                work = Forward(work, request, matter, Representing.Meets(matter.Proposal, came, here), here, passedOn);
            else if (Agenda.HangsInTheAir(matters, matter))
                work = Deliberating.Park(
                    work, request with { Decision = matter.Proposal.Id }, matter, finding, came, matter.Effort,
                    EntryKind.BasisUndecided, here, settled);
            else if (Mandating.Covers(work.Circle, matter.Proposal, here))
                work = Mandating.Decide(work, request, matter, came, here, settled);
            else
                work = Deliberating.Settle(work, request, matter, finding, came, here, settled, passedOn);
        }

        for (var at = taken.Length; at < settled.Count; at++) day = day.Later(settled[at].Effort.LastDay);
        foreach (var referral in passedOn) day = day.Later(referral.Effort.LastDay);
        day = day.Later(work.Circle.Booked.Day);
        work = LinkLoss.Rise(work, request, day, here, passedOn, settled);
        return (work, day, passedOn.DrainToImmutable(), settled.DrainToImmutable());
    }

    /// <summary>What a circle below agreed on for people outside its own circles is carried down by the
    /// lowest circle that holds them all; the text stays the owner's.</summary>
    private static (Work Work, ImmutableArray<Taken> Taken) Carry(
        Work work, ImmutableArray<Taken> taken, Request request, Days day, Surroundings here)
    {
        for (var i = 0; i < taken.Length; i++)
        {
            if (taken[i] is not { Beyond: { } agreement } one || !one.Proposal.Affects.IsWithin(here.Id)) continue;
            taken = taken.SetItem(i, one with { Beyond = null, Carrier = here.Id });
            work = work with
            {
                Circle = work.Circle with { Agreements = Deliberating.Replace(work.Circle.Agreements, agreement) },
                Entries = work.Entries.Add(Deliberating.Note(
                    EntryKind.Told, request with { Decision = agreement.Decision }, agreement.Version, day,
                    agreement.Text, agreement.Text)),
            };
        }

        return (work, taken);
    }

    /// <summary>Whether somebody else claims the matter, or nobody has it: the root then takes it up.</summary>
    private static (Work Work, Finding Finding) Finding(
        Work work, Request request, Proposal proposal, Days day, Surroundings here)
    {
        var keyed = request with { Decision = proposal.Id };
        if (Owning.Contested(work.Circle, proposal, here)
            || (proposal.Change is null && Owning.Covering(work.Circle, proposal, here).Count > 1))
            return (Noted(EntryKind.ClaimFound), Federating.Finding.Claim);
        if (here.Depth > 0 || proposal.Change is not null || Owning.Of(work.Circle, here).Covers(proposal))
            return (work, Federating.Finding.None);
        var taken = Owning.Of(work.Circle, here).With(proposal.Dimensions, Bounds.Unit(here.Dimensions));
        work = Noted(EntryKind.GapFound);
        return (work with { Circle = work.Circle with { Domain = taken } }, Federating.Finding.Gap);

        Work Noted(EntryKind kind) => work with
        {
            Entries = work.Entries.Add(Deliberating.Note(kind, keyed, 0, day, proposal.Text, proposal.Text)),
        };
    }

    /// <summary>What a circle believes it needs, in what a matter is about.</summary>
    private static Point Only(Proposal proposal, Point belief)
    {
        var text = proposal.Text;
        foreach (var dimension in proposal.Dimensions) text = text.With(dimension, belief[dimension]);
        return text;
    }

    /// <summary>The first dimension of a matter that the circle does not own; -1 where it owns all of them.</summary>
    private static int NotOwned(Circle circle, Proposal proposal, Surroundings here)
    {
        var own = Owning.Of(circle, here).Dimensions;
        foreach (var dimension in proposal.Dimensions)
            if (!own.Contains(dimension)) return dimension;
        return -1;
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
        var sitting = matter.Proposal.Emergency
            ? new Sitting(work.Circle, day, 0, [])
            : Sitting.Of(work.Circle, request with { Decision = matter.Proposal.Id }, 0, day, effort, here);
        effort = effort with { LastDay = sitting.Ended, Waited = sitting.Waited };
        var entry = new Entry(
            EntryKind.Forwarded, request.Cycle, sitting.Ended.Mid, matter.Proposal.Id, 0,
            1 + NotOwned(work.Circle, matter.Proposal, here), Speaker.Circle,
            Argument.Between(matter.Proposal.Text, Only(matter.Proposal, belief)), matter.Proposal.Text,
            matter.Proposal.Text);
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
        var middle = Middle(voices, here);
        foreach (var agreement in circle.Agreements)
        {
            if (!agreement.InForce(day) || agreement.Change is not null) continue;
            var facets = new Facets(agreement.Dimensions, agreement.CarriedOut);
            middle = facets.Onto(facets.Of(agreement.CarriedOut), middle);
        }

        return Fixed.Round(middle);
    }

    /// <summary>The geometric median of a circle's members.</summary>
    internal static Point Middle(Circle circle, Surroundings here) => Middle(Voices.Heard(circle, here, 0), here);

    private static Point Middle(ImmutableArray<Voice> voices, Surroundings here)
    {
        if (voices.IsEmpty) return here.StatusQuo;
        var stands = new Point[voices.Length];
        for (var i = 0; i < stands.Length; i++)
        {
            ref readonly var voice = ref voices.ItemRef(i);
            stands[i] = here.Practice.StandOf(voice, voice.Snapshot.Preference, voice.Belief);
        }

        return GeometricMedian.Of(stands);
    }
}
