using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Linking;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>Matters that get lost on a link because nobody who would carry them can.</summary>
/// <remarks>
/// Simulated, and drawn per link person and matter: no message of the program is ever lost. An empty
/// seat carries nothing either. A matter that does not rise is parked by the circle it stops in. An
/// agreement that does not come down is asked about all the same, marked as lost, only to measure
/// what becomes of people it never reached.
/// </remarks>
internal static class LinkLoss
{
    /// <summary>More than any two points of [0,1]^8 lie apart.</summary>
    private const double AnyDistance = 4;

    /// <summary>At the end of a circle's meeting: what it passes on, without what its links lose.</summary>
    public static Work Rise(
        Work work, Request request, Days day, Surroundings here,
        ImmutableArray<Referral>.Builder passedOn, ImmutableArray<Taken>.Builder settled)
    {
        if (request.Asking is not Asking.Convene { Linked: not null }) return work;
        for (var i = passedOn.Count - 1; i >= 0; i--)
        {
            var (proposal, effort, representative) = passedOn[i];
            if (representative is not null || Rises(work.Circle, proposal.Id, here)) continue;
            passedOn.RemoveAt(i);
            settled.Add(new Taken(proposal, here.Id, false, here.StatusQuo, 0, Rung.Park, effort));
            work = work with
            {
                Entries = work.Entries.Add(Deliberating.Note(
                    EntryKind.NotCarriedUp, request with { Decision = proposal.Id }, 1, day,
                    proposal.Text, proposal.Text)),
            };
        }

        return work;
    }

    public static bool Rises(Circle circle, int decision, Surroundings here) =>
        here.Depth == 0 || Crossing.Of(circle, decision, here).Up;

    /// <summary>The same requests, marked as lost where they do not come down, and entered.</summary>
    public static (Work Work, ImmutableArray<(int Child, Request Request)> Asked) Fall(
        Work work, ImmutableArray<(int Child, Request Request)> asked, Surroundings here)
    {
        for (var i = 0; i < asked.Length; i++)
        {
            var (child, request) = asked[i];
            if (Falls(work.Circle, child, request.Decision, here)) continue;
            var consider = (Asking.Consider)request.Asking;
            asked = asked.SetItem(i, (child, request with { Asking = consider with { Lost = true } }));
            work = Missing(work, request, child, consider.Matter.Text);
        }

        return (work, asked);
    }

    /// <summary>Of what would go down to one child besides an agreement, what its link can carry; the rest is
    /// entered as lost.</summary>
    public static (Work Work, ImmutableArray<Proposal> Carried) Fall(
        Work work, Request request, int child, ImmutableArray<Proposal> matters, Surroundings here)
    {
        foreach (var matter in matters)
        {
            if (Falls(work.Circle, child, matter.Id, here)) continue;
            matters = matters.Remove(matter);
            work = Missing(work, request with { Decision = matter.Id, Version = 0 }, child, matter.Text);
        }

        return (work, matters);
    }

    /// <summary>Whether the link to a child carries anything about a matter down.</summary>
    public static bool Falls(Circle circle, int child, int decision, Surroundings here) =>
        Crossing.Of(circle.Links[child], here.Children[child], decision, here).Down;

    /// <summary>Whether what a child says about a matter comes up its link.</summary>
    public static bool RisesFrom(Circle circle, int child, int decision, Surroundings here) =>
        Crossing.Of(circle.Links[child], here.Children[child], decision, here).Up;

    /// <summary>In the logbook of the circle whose link it is: it was lost on the way down.</summary>
    public static Work Missing(Work work, Request request, int child, Point text)
    {
        var link = work.Circle.Links[child];
        var carrier = link.Leader ?? link.Delegate;
        return work with
        {
            Entries = work.Entries.Add(Deliberating.Note(
                EntryKind.NotCarriedDown, request, request.Version, request.Day, text, text) with
            {
                Speaker = carrier is null
                    ? Speaker.Circle
                    : new Speaker(link.Leader is null ? Role.Delegate : Role.Leader, child, carrier.Person),
            }),
        };
    }

    /// <summary>In a circle an agreement never reached: it knows nothing of it, and nothing changes.</summary>
    public static Turn Begin(Work work, Request request, Surroundings here) => here.IsLeaf
        ? Finish(work, request, here)
        : new Turn.Ask(work, [.. Enumerable.Range(0, here.Children.Length).Select(child => (child, request))]);

    public static Turn.Done Finish(Work work, Request request, Surroundings here)
    {
        var matter = ((Asking.Consider)request.Asking).Matter;
        var facets = new Facets(matter.Dimensions, here.StatusQuo);
        var reach = Reaching.Below(work.Circle, here).Plus(new Reach
        {
            Unreached = 1,
            People = here.Residents,
            Outside = here.IsLeaf ? OutsideOf(work.Circle, facets, here) : 0,
            DepthMax = here.Depth,
        });
        return new Turn.Done(
            work with { Effort = Effort.None }, request.Day, new Reply.Considered(
                here.StatusQuo, AnyDistance,
                here.IsLeaf ? Fixed.Round(facets.Of(here.StatusQuo).DistanceTo(facets.Of(here.Need))) : 0,
                here.Residents, Effort.None, reach, []));
    }

    private static int OutsideOf(Circle circle, Facets facets, Surroundings here)
    {
        var outside = 0;
        for (var index = 0; index < here.Residents; index++)
        {
            var voice = Voices.Living(circle, here, index);
            var stand = here.Practice.StandOf(voice, voice.Snapshot.Preference, voice.Belief);
            var range = new Acceptance(facets.Of(stand), voice.Snapshot.Tolerance, here.Practice.BoxRanges)
            {
                Salience = voice.In(facets),
            };
            if (!range.Contains(facets.Of(here.StatusQuo))) outside++;
        }

        return outside;
    }
}
