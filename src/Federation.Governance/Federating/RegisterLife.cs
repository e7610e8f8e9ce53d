using Federation.Governance.Circles;

namespace Federation.Governance.Federating;

/// <summary>What the register does once matters are settled: what falls due, and what comes of it.</summary>
public sealed partial record Register
{
    /// <summary>The owner answered: what it kept or changed is carried down, what it ended is dropped below.</summary>
    private Register Looked(Answer answer, Reply.Looked looked)
    {
        var (agreement, first) = (Under!.Agreement, Under.Looked);
        var register = Sealed(answer, agreement.Owner) with
        {
            Dirty = agreement.Owner == Root ? Dirty : Dirty.Add(agreement.Owner),
            Docket = Docket.Moved(agreement.Owner, looked.Middle, answer.Day.Mid),
            Under = Under with { Looked = first ?? looked, Day = answer.Day.Mid },
        };
        return looked.Verdict switch
        {
            Verdict.Kept or Verdict.Changed =>
                register.Asking(agreement.Owner, agreement.Decision, answer.Day, new Asking.Spread()),
            Verdict.Ended when first is null => register.Asking(
                agreement.Owner, agreement.Decision, answer.Day, new Asking.Measure(Due.End, []), version: 1),
            _ => register.Over(register.Under!, first is null ? null : looked.Reach, Effort.None, answer),
        };
    }

    private Register Over(Looking looking, Reach? after, Effort spreading, Answer answer)
    {
        var (agreement, looked) = (looking.Agreement, looking.Looked!);
        return (this with
        {
            Under = null,
            Dirty = agreement.Owner == Root ? Dirty : Dirty.Add(agreement.Owner),
            Seals = agreement.Owner == Root && answer.Reply is Reply.SpreadOut
                ? Sealed(answer, Root).Seals : Seals,
            Docket = Docket.Looked(agreement, looked, answer.Day.Mid),
            Looks = Looks.Add(new Look(
                agreement.Decision, Cycles - 1, looking.Day, looked, after, looked.Effort.Plus(spreading))),
        }).Next();
    }

    /// <summary>A parked matter comes back as it was raised, with what it took before.</summary>
    private Register Again(Shelved parked, int day)
    {
        var proposal = parked.Taken.Proposal with { LevelsUp = 0 };
        return (this with
        {
            Docket = Docket.Raised(parked),
            Spent = Spent.SetItem(proposal.Id, SpentOn(parked.Taken).Plus(parked.Taken.Effort)),
        }).Admit(new Admission(Days.Same(day), Scope(proposal), [proposal]));
    }

    private Register LookAt(InForce agreement, Due due, int day) =>
        (this with { Under = new Looking(agreement, null, day), Cycles = Cycles + 1 }).Asking(
            agreement.Owner, agreement.Decision, Days.Same(day), new Asking.Measure(due, agreement.Objections));
}
