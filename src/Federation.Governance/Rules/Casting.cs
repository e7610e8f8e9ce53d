using System.Collections.Immutable;
using Federation.Governance.Counting;
using Federation.Governance.Spaces;

namespace Federation.Governance.Rules;

/// <summary>A group answers a question.</summary>
internal static class Casting
{
    /// <param name="casters">Who takes part, with lots for what is drawn.</param>
    /// <param name="eligible">How many might have.</param>
    public static Response Of(ImmutableArray<Caster> casters, long eligible, Question question, RulePractice rule)
    {
        var response = new Response { Eligible = eligible, Came = casters.Length };
        return question.Inquiry switch
        {
            Inquiry.Draw => response with { Drawn = Response.Highest(casters, question.Count) },
            Inquiry.Place => response with { Cells = Medians.Place(casters, question) },
            Inquiry.Nearest => response with { Drawn = Nearest(casters, question.Alternatives[0]) },
            _ => response with
            {
                Ballots = Written(casters, question, rule),
                WeightMost = casters.Select(caster => caster.Weight).DefaultIfEmpty(0).Max(),
            },
        };
    }

    private static Ballots Written(ImmutableArray<Caster> casters, Question question, RulePractice rule) =>
        Ballots.Of(question.Alternatives.Length, casters.Select(caster => new Pile(
            question.Drawing == Drawing.Candidates
                ? ForCandidate(caster, question.Alternatives)
                : BallotWriting.Of(caster, question.Alternatives, rule, question.Amended), caster.Weight)));

    /// <summary>One cross for the candidate who stands nearest; of equals, for the one drawn first.</summary>
    private static Ballot ForCandidate(Caster caster, ImmutableArray<Point> candidates) =>
        Ballot.Strict(Enumerable.Range(0, candidates.Length)
            .MinBy(one => caster.Distance(caster.Stand, candidates[one])));

    private static ImmutableArray<Caster> Nearest(ImmutableArray<Caster> casters, Point to) =>
        [.. casters.OrderBy(caster => caster.ClaimedDistance(to))
            .ThenByDescending(caster => caster.Lot).ThenBy(caster => caster.Person).Take(1)];
}
