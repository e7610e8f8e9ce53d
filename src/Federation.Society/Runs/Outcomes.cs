using System.Collections.Immutable;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Society.People;
using Federation.Society.Scenarios;

namespace Federation.Society.Runs;

/// <summary>What a finished register says, in the terms of a run.</summary>
public static class Outcomes
{
    public static RunOutcome Of(World world, Register register) => new(
        $"{register.RootSeal}",
        register.Circles, register.People, world.Plan.Represented, register.Cycles,
        [.. register.Settled.OrderBy(settled => settled.Taken.Proposal.Id)
            .Select(settled => Of(world, settled, register.Looks))],
        [.. register.Seals.Select(seal =>
            new SealAtCycle(seal.Cycle, seal.Day.Mid, seal.Scope.Path, seal.Seal.ToString(), 0))]);

    private static DecisionOutcome Of(World world, Settlement settled, ImmutableArray<Look> looks)
    {
        var (taken, spread) = (settled.Taken, settled.Spread);
        var matter = world.Scenario.Agenda.First(matter => matter.Id == taken.Proposal.Id);
        var effort = settled.Spent.Plus(taken.Effort).Plus(spread?.Effort ?? Effort.None);
        var reach = spread?.Reach ?? Uniform.Carried(world, world.StatusQuo, matter.Dimensions);
        // A change of a domain leaves everything as it is until somebody decides within it.
        var felt = matter.Change is null ? reach : Uniform.Carried(world, world.StatusQuo, matter.Dimensions);
        var telling = new Telling(world);
        var depth = world.Plan.Find(taken.Owner).Depth;
        return new DecisionOutcome(
            matter.Id, matter.Title, taken.Owner.Path, matter.Effect, OutcomeWord(world, settled),
            spread?.Version ?? 1, matter.Position, spread?.Text ?? taken.Text, matter.Dimensions,
            spread is null ? taken.TermDays : spread.UntilDay - spread.FromDay,
            effort.Objections, effort.Integrated,
            spread?.Reach.Asked ?? 0, reach.Carried, reach.Adapted, reach.Unresolved, reach.Declined,
            effort.Objecting, effort.Reviews, reach.Varied,
            IsRuled(world, settled) ? "" : IsMandated(world, taken) ? "mandate" : RungWord(taken),
            taken.Proposal.LevelsUp,
            spread is null ? 0 : Math.Max(0, reach.DepthMax - depth),
            Hours(effort, world.Scenario.Measure), Weeks(effort, matter.Day),
            Mean(felt.Harm, felt.People), HarmBin.WorstMean(felt.Harms, felt.People, 0.1),
            felt.People == 0 ? 0 : (double)felt.Outside / felt.People,
            [.. FromEveryDepth(effort.Moments).Select(moment => telling.Tell(moment.Circle, moment.Entry))])
        {
            Meetings = effort.Meetings,
            Ballots = effort.Balloting,
            Dismissed = effort.Dismissed,
            Rungs = [.. effort.Rungs.Select(price => Priced(price, effort, world.Scenario.Measure))],
            Waited = effort.Waited,
            CirclesSuspended = reach.Suspended,
            CirclesRefused = reach.Refused,
            RefusedIn = reach.Refused == 0 ? [] : [.. spread!.Reviews.Select(refusal => refusal.Circle.Path)],
            Contradictions = reach.Contradicted,
            Finding = taken.Finding == Finding.None ? "" : taken.Finding == Finding.Claim ? "claim" : "gap",
            CirclesUnreached = reach.Unreached,
            Looks = [.. looks.Where(look => look.Decision == matter.Id).Select(look => Of(world, look))],
        };
    }

    private static LookOutcome Of(World world, Look look)
    {
        var (before, after) = (look.Looked.Reach, look.After ?? look.Looked.Reach);
        return new LookOutcome(
            look.Day, look.Cycle, look.Looked.Verdict.ToString().ToLowerInvariant(), look.Looked.Version,
            look.Looked.Text, Mean(before.Harm, before.People), Mean(after.Harm, after.People),
            after.People == 0 ? 0 : (double)after.Outside / after.People,
            Hours(look.Effort, world.Scenario.Measure));
    }

    private static string OutcomeWord(World world, Settlement settled) =>
        !settled.Taken.Adopted ? IsRuled(world, settled) ? "refused" : "parked"
        : settled is { Taken.Proposal.Effect: Effect.Ratify, Spread.Version: > 1 }
            ? "not ratified"
        : settled.Spread is { Version: > 1 } spread && spread.Text == world.StatusQuo ? "ended"
        : "adopted";

    /// <summary>Whether another rule than consent left what held before.</summary>
    private static bool IsRuled(World world, Settlement settled) =>
        !world.Practice.Rule.IsConsent && settled.Taken.Rung == Governance.Decisions.Rung.None;

    private static RungOutcome Priced(RungPrice price, Effort effort, MeasureOptions minutes) => new(
        Word(price.Rung), price.Tried, price.Held,
        effort.Meetings == 0 ? 0 : (double)price.Tried / effort.Meetings,
        Hours(Effort.None with { Attending = price.Attending, Speaking = price.Speaking }, minutes),
        price.Tried == 0 ? 0 : (double)price.Days / price.Tried);

    /// <summary>The weightiest of each depth first, then the second weightiest of each: whoever reads
    /// only the first three hears more than one level.</summary>
    private static IEnumerable<Moment> FromEveryDepth(ImmutableArray<Moment> moments) => moments
        .GroupBy(moment => moment.Depth)
        .SelectMany(depth => depth.Select((moment, rank) => (Moment: moment, Rank: rank)))
        .OrderBy(one => one.Rank).ThenByDescending(one => one.Moment.Weight)
        .Select(one => one.Moment);

    /// <summary>Hours of all who met: n (read + clarify + decide) + n^2 speak per round + objections
    /// times who hears them, under minutes halved, as assumed, doubled.</summary>
    public static Span Hours(Effort effort, MeasureOptions minutes)
    {
        var hours = ((effort.Attending * (minutes.ReadMinutes + minutes.ClarifyMinutes + minutes.DecideMinutes))
            + (effort.Speaking * minutes.SpeakMinutes) + (effort.Hearing * minutes.ObjectionMinutes)
            + (effort.Balloting * minutes.BallotMinutes)) / 60;
        return new Span(hours / 2, hours, hours * 2);
    }

    internal static double Mean(Int128 harm, long people) =>
        people == 0 ? 0 : (double)harm / (1L << 40) / people;

    private static Span Weeks(Effort effort, int raised) => new(
        Math.Max(0, effort.LastDay.Low - raised) / 7.0, Math.Max(0, effort.LastDay.Mid - raised) / 7.0,
        Math.Max(0, effort.LastDay.High - raised) / 7.0);

    /// <summary>Whether its circle's leader decided at once, and the circle reviewed it after.</summary>
    private static bool IsMandated(World world, Taken taken) =>
        taken is { Adopted: true, Proposal: { Urgent: true, Change: null } } && world.Practice.Mandate > 0;

    private static string RungWord(Taken taken) => taken.Rung == Governance.Decisions.Rung.None
        ? taken.Proposal.LevelsUp > 0 && !taken.Adopted ? "parked" : ""
        : Word(taken.Rung);

    internal static string Word(Governance.Decisions.Rung rung) => rung switch
    {
        Governance.Decisions.Rung.ShorterTerm => "shorter term",
        Governance.Decisions.Rung.Measured => "measured",
        Governance.Decisions.Rung.Split => "split",
        Governance.Decisions.Rung.Refer => "referred",
        Governance.Decisions.Rung.SmallerStep => "smaller step",
        Governance.Decisions.Rung.Divide => "divided",
        Governance.Decisions.Rung.Help => "helping circle",
        Governance.Decisions.Rung.Resolution => "last resort: drawn group",
        Governance.Decisions.Rung.Mediator => "last resort: mediator",
        Governance.Decisions.Rung.Supermajority => "last resort: supermajority",
        Governance.Decisions.Rung.Dissolve => "last resort: dissolved",
        _ => "parked",
    };
}
