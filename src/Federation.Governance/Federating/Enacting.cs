using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Rules;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>What a rule decided holds, or what held before goes on.</summary>
internal static class Enacting
{
    public static Turn.Done Done(
        Work work, Request request, Taken taken, Ruling ruling, Response? heard, Surroundings here)
    {
        var stake = Stakes.Of(work.Circle, taken, here);
        var proposal = taken.Proposal;
        var effort = work.Effort.Plus(Toll.Settling(
            stake, ruling, heard, request.Day.Later(work.Effort.LastDay), here));
        var day = request.Day.Later(effort.LastDay);
        var facets = new Facets(proposal.Dimensions, here.StatusQuo);
        var text = facets.Whole(Fixed.Round(ruling.Text));
        var adopted = text.DistanceTo(here.StatusQuo) > Tolerance.Epsilon;
        work = Tell(work, request, (ruling, heard), day, proposal.Text, text, adopted, here);
        taken = taken with { Adopted = adopted, Text = text, Drafts = [], Effort = taken.Effort.Plus(effort) };
        if (adopted)
        {
            var term = Math.Max(1, proposal.TermDays);
            taken = taken with { TermDays = term };
            work = Deliberating.Decide(work, request, EntryKind.Enacted, day, proposal.Text, new Agreement(
                proposal.Id, 1, here.Id, proposal.Effect, proposal.Dimensions, text, text,
                Owning.Of(work.Circle, here).Latitude, day.Mid, day.Mid + term, day.Mid + Math.Max(1, term / 2),
                1, true));
        }

        return new Turn.Done(work with { Effort = Effort.None }, day, new Reply.Ruled(taken));
    }

    private static Work Tell(
        Work work, Request request, (Ruling Ruling, Response? Heard) made, Days day, Point from, Point to,
        bool adopted, Surroundings here)
    {
        var (ruling, heard) = made;
        var entries = work.Entries;
        foreach (var tie in ruling.Ties)
            entries = entries.Add(Note(EntryKind.BallotTie, tie.Among.Length) with
            {
                Argument = new Argument(-1, (int)tie.By, 0),
            });
        if (heard is { WeightMost: > 1 } && here.Practice.Rule.Electorate == Electorate.Liquid)
            entries = entries.Add(Note(EntryKind.BallotsHeld, (int)Math.Min(int.MaxValue, heard.WeightMost)) with
            {
                Argument = new Argument(-1, Math.Min(heard.Lost, 1L << 22), 0),
            });
        if (ruling.By is { } by)
            entries = entries.Add(Note(EntryKind.PersonDrawn, 1) with
            {
                Speaker = new Speaker(Role.Resident, -1, by.Person),
            });
        else if (ruling.Members > 0) entries = entries.Add(Note(EntryKind.GroupAsked, ruling.Members));
        return work with
        {
            Entries = entries.Add(Note(
                ruling.NoQuorum ? EntryKind.TurnoutTooLow
                : adopted ? EntryKind.RuledFor : EntryKind.RuledAgainst, (int)Math.Min(int.MaxValue, ruling.For)) with
            {
                Argument = new Argument(-1, Math.Min(ruling.Against, 1L << 22), 0),
            }),
        };

        Entry Note(EntryKind kind, int count) => Deliberating.Note(kind, request, 1, day, from, to) with
        {
            Round = count, Argument = Argument.None,
        };
    }
}
