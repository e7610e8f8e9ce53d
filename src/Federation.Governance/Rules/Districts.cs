using System.Collections.Immutable;
using Federation.Governance.Counting;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Rules;

/// <summary>A district elects the one person who answers for it.</summary>
/// <remarks>
/// By plurality among a few candidates drawn by lot, or whoever lives nearest to the district's median:
/// what competition between two candidates would lead to (Downs 1957).
/// </remarks>
internal static class Districts
{
    /// <param name="outer">What the person is to answer.</param>
    /// <param name="asked">What the district's people were asked last; null at first.</param>
    /// <returns>What to ask them next, or who is elected; neither if nobody came.</returns>
    public static (Question? Ask, Caster? Elected) Next(
        Question outer, Question? asked, Response? heard, RulePractice rule)
    {
        var blank = outer with { ByDistricts = false, Alternatives = [], Drawn = [] };
        if (asked is null || heard is null)
            return (rule.NearestToMedian
                ? blank with { Inquiry = Inquiry.Place }
                : blank with
                {
                    Inquiry = Inquiry.Draw,
                    Drawing = Drawing.Candidates,
                    Count = Math.Max(2, rule.Alternatives - 2),
                }, null);
        switch (asked.Inquiry)
        {
            case Inquiry.Place:
                var (next, median) = Medians.Refine(asked, heard.Cells);
                return (next ?? (median is { } middle
                    ? blank with { Inquiry = Inquiry.Nearest, Alternatives = [middle] } : null), null);
            case Inquiry.Draw:
                return heard.Drawn.IsEmpty ? default : (asked with
                {
                    Inquiry = Inquiry.Rank,
                    Count = 0,
                    Drawn = heard.Drawn,
                    Alternatives = Claimed(heard.Drawn),
                }, null);
            case Inquiry.Nearest:
                return (null, heard.Drawn.FirstOrDefault());
            default:
                return (null, First(asked, heard.Ballots!));
        }
    }

    /// <summary>What the person elected answers, with the weight of the district.</summary>
    public static Response Answer(Question outer, Caster? elected, Response heard, long people, RulePractice rule)
    {
        var response = new Response { Eligible = heard.Eligible, Came = heard.Came };
        if (elected is null) return response;
        var weight = rule.ByPopulation ? Math.Max(1, people) : 1;
        return response with
        {
            Seats = 1,
            Ballots = Ballots.Of(outer.Alternatives.Length,
                [new Pile(BallotWriting.Of(elected, outer.Alternatives, rule, outer.Amended), weight)]),
        };
    }

    /// <summary>Where candidates say they stand: who manipulates, in the middle of them all.</summary>
    private static ImmutableArray<Point> Claimed(ImmutableArray<Caster> candidates)
    {
        var sum = Point.Filled(candidates[0].Stand.Dimensions, 0);
        foreach (var candidate in candidates) sum += candidate.Stand;
        var middle = Fixed.Round(sum * (1.0 / candidates.Length));
        return [.. candidates.Select(one => one.Conduct == Conduct.Manipulates ? middle : one.Stand)];
    }

    /// <summary>Most crosses; of equals, who was drawn first.</summary>
    private static Caster? First(Question asked, Ballots ballots)
    {
        var crosses = new long[asked.Alternatives.Length];
        foreach (var (ballot, weight) in ballots.Piles) crosses[ballot.Place(0)[0]] += weight;
        return ballots.Total == 0 ? null : asked.Drawn[Enumerable.Range(0, crosses.Length).MaxBy(one => crosses[one])];
    }
}
