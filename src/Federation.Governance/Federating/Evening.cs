using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Members;

namespace Federation.Governance.Federating;

/// <summary>What the order of a meeting's matters means for each of them, as far as members can foresee it.</summary>
internal sealed class Evening(Circle circle, Days day, Surroundings here)
{
    private readonly int _again = day.After(1).NextMeeting(here.CadenceDays, here.Phase).Mid;

    /// <summary>What a member who speaks for a matter asks of the order.</summary>
    /// <returns>What is to be taken earlier and where; below 0 where no place would help. Null for nothing.</returns>
    public (Referral Moved, int To)? Wish(List<Referral> matters, Referral matter)
    {
        var at = matters.IndexOf(matter);
        var basis = matters.FindIndex(other => other.Proposal.Id == matter.Proposal.BuildsOn);
        if (basis > at) return (matters[basis], at);
        if (at > 0 && matter.Proposal.Urgent)
        {
            var to = matters.FindIndex(Math.Max(0, basis + 1), other => CanWait(other.Proposal));
            return (matter, to < at ? to : -1);
        }

        if (at == 0 || Missed(matters) is not { } missed || !missed.Contains(matter.Proposal.Id)) return null;
        for (var to = basis + 1; to < at; to++)
        {
            var other = matters.ToList();
            other.RemoveAt(at);
            other.Insert(to, matter);
            if (matters[to..at].Exists(one => one.Proposal.Urgent)) continue;
            var then = Missed(other)!;
            if (!then.Contains(matter.Proposal.Id) && then.IsSubsetOf(missed)) return (matter, to);
        }

        return (matter, -1);
    }

    private bool CanWait(Proposal proposal) =>
        !proposal.Urgent && (proposal.DeadlineDay == 0 || proposal.DeadlineDay >= _again);

    /// <summary>The matters that would end after their deadline; null without a time-box: all end today.</summary>
    private HashSet<int>? Missed(List<Referral> matters)
    {
        if (!here.Practice.TimeBox.IsOn) return null;
        var (missed, booked) = (new HashSet<int>(), circle.Booked);
        foreach (var matter in matters)
        {
            booked = booked.From(day, here).Spend(Foreseen(matter.Proposal), here);
            if (matter.Proposal.DeadlineDay is > 0 and var deadline && booked.Day.Mid > deadline)
                missed.Add(matter.Proposal.Id);
        }

        return missed;
    }

    /// <summary>Minutes a matter takes if nobody objects.</summary>
    private double Foreseen(Proposal proposal)
    {
        long members = Voices.Present(circle, here, proposal.Id, 1).Length;
        return here.Practice.TimeBox.Length(Effort.None with
        {
            Attending = members, Speaking = members * members * (here.Practice.TalkRounds + 1),
        });
    }
}
