using System.Collections.Immutable;
using Federation.Governance.Counting;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Rules;

/// <summary>What a person writes on a ballot about some alternatives.</summary>
/// <remarks>
/// The first alternative is the status quo, the second the text. Honest people rank by distance;
/// two that are exactly as far share a place. Who blocks puts the status quo before everything. Who
/// manipulates knows only that these two are in front: the better of the two to them comes first or is
/// given all, the other comes last or is given nothing (compromise and burial; for scores, all or nothing).
/// </remarks>
internal static class BallotWriting
{
    private const int ScoreMost = Scoring.Most;

    public static Ballot Of(Caster caster, ImmutableArray<Point> alternatives, RulePractice rule, Point text)
    {
        if (rule.Method == Method.Share) return Supports(caster, alternatives, rule);
        var distances = Distances(caster, alternatives, text);
        return rule.Counting switch
        {
            Approval when rule.ByTolerance && caster.Conduct == Conduct.Honest => Ballot.Scored(
                [.. alternatives.Select(point => caster.Tolerates(caster.Stand, point) ? 1 : 0)]),
            Approval => Ballot.Scored([.. Approved(caster, distances).Select(yes => yes ? 1 : 0)]),
            Score or Star => Ballot.Scored(Scores(caster, distances)),
            _ => Ranked(caster, distances),
        };
    }

    /// <summary>For the text or for what holds; nothing where it is all one.</summary>
    private static Ballot Supports(Caster caster, ImmutableArray<Point> alternatives, RulePractice rule)
    {
        if (caster.Conduct == Conduct.Blocks) return Ballot.Strict(0);
        var distances = Distances(caster, alternatives, alternatives[1]);
        if (rule.ByTolerance)
            return Ballot.Strict(caster.Tolerates(Stated(caster, alternatives[1]), alternatives[1]) ? 1 : 0);
        return distances[1] < distances[0] ? Ballot.Strict(1)
            : distances[1] > distances[0] ? Ballot.Strict(0) : Ballot.Strict();
    }

    /// <summary>How far each is from where a person says they stand.</summary>
    private static double[] Distances(Caster caster, ImmutableArray<Point> alternatives, Point text)
    {
        var stand = Stated(caster, text);
        return [.. alternatives.Select(point => caster.Distance(stand, point))];
    }

    /// <summary>Where somebody says they stand: an exaggerator further from the text than is true.</summary>
    public static Point Stated(Caster caster, Point text) => caster.Overstates <= 0 ? caster.Stand
        : Fixed.Round(caster.Stand + ((caster.Stand - text) * caster.Overstates));

    private static Ballot Ranked(Caster caster, double[] distances)
    {
        var order = Enumerable.Range(0, distances.Length);
        if (caster.Conduct == Conduct.Blocks) return Ballot.Weak([[0], order.Skip(1)]);
        if (caster.Conduct != Conduct.Manipulates || distances.Length < 3)
            return Ballot.Weak(Placed(order, distances));
        var (first, last) = distances[1] < distances[0] ? (1, 0) : (0, 1);
        return Ballot.Weak([[first], .. Placed(order.Skip(2), distances), [last]]);
    }

    private static IEnumerable<IEnumerable<int>> Placed(IEnumerable<int> order, double[] distances) =>
        order.GroupBy(one => distances[one]).OrderBy(place => place.Key);

    private static bool[] Approved(Caster caster, double[] distances)
    {
        if (caster.Conduct == Conduct.Blocks) return [.. distances.Select((_, one) => one == 0)];
        var bar = caster.Conduct == Conduct.Manipulates ? Math.Min(distances[0], distances[1])
            : distances.Sum() / distances.Length;
        return [.. distances.Select(distance => Tolerance.Within(distance, bar))];
    }

    /// <summary>0 to 5, the farthest and the nearest; a half is rounded to even.</summary>
    private static int[] Scores(Caster caster, double[] distances)
    {
        if (caster.Conduct is Conduct.Blocks or Conduct.Manipulates)
            return [.. Approved(caster, distances).Select(yes => yes ? ScoreMost : 0)];
        var (nearest, farthest) = (distances.Min(), distances.Max());
        return farthest - nearest <= Tolerance.Epsilon
            ? new int[distances.Length]
            : [.. distances.Select(one => (int)Math.Round(ScoreMost * (farthest - one) / (farthest - nearest)))];
    }
}
