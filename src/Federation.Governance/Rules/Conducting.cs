using System.Collections.Immutable;
using System.Diagnostics;
using Federation.Governance.Counting;
using Federation.Governance.Spaces;

namespace Federation.Governance.Rules;

/// <summary>A rule as a machine: nothing heard yet, or a question and what was answered, and then?</summary>
/// <remarks>
/// One machine serves a federation that is asked circle by circle, and a group in one room. All it
/// needs to go on is in the question last asked.
/// </remarks>
internal static class Conducting
{
    public static Move Next(AtStake stake, Question? asked, Response? heard)
    {
        if (asked is null || heard is null)
            return stake.Rule.Group > 1
                ? Draw(stake.Ask(Inquiry.Draw), Drawing.Talk, Mixing.Pool)
                : Start(stake, stake.Ask(Inquiry.Draw));
        return asked.Inquiry switch
        {
            Inquiry.Draw => Drawn(stake, asked, heard.Drawn),
            Inquiry.Place => Placed(stake, asked, heard),
            Inquiry.Rank => new Move.Settle(Counted(stake, asked, heard)),
            _ => throw new UnreachableException(asked.Inquiry.ToString()),
        };
    }

    /// <param name="blank">What was drawn so far, to be asked along.</param>
    private static Move Start(AtStake stake, Question blank)
    {
        var rule = stake.Rule;
        if (rule.Electorate == Electorate.Panel) return Draw(blank, Drawing.Panel, rule.Panel);
        return rule.Method switch
        {
            Method.StatusQuo => new Move.Settle(new Ruling(stake.StatusQuo)),
            Method.Accept => new Move.Settle(new Ruling(stake.Amended)),
            Method.Decree when rule.Reports > 0 => Draw(blank, Drawing.Reports, rule.Reports),
            Method.Decree or Method.Setter => Draw(blank with { Within = stake.Origin }, Drawing.Ruler, 1),
            Method.Bargaining => Draw(blank, Drawing.Panel, rule.Panel),
            Method.Median => new Move.Ask(blank with { Inquiry = Inquiry.Place }),
            _ => Alternatives(stake, blank),
        };
    }

    private static Move Alternatives(AtStake stake, Question blank)
    {
        var more = Math.Min(stake.Rule.Alternatives, RulePractice.AlternativesMost) - 2;
        return (stake.Rule.NeedsAlternatives || stake.Rule.Method == Method.Setter) && more > 0
            ? Draw(blank, Drawing.Alternatives, more)
            : Rank(stake, blank, []);
    }

    private static Move.Ask Draw(Question blank, Drawing drawing, int count) =>
        new(blank with { Inquiry = Inquiry.Draw, Drawing = drawing, Count = count });

    private static Move Drawn(AtStake stake, Question asked, ImmutableArray<Caster> drawn)
    {
        switch (asked.Drawing)
        {
            case Drawing.Talk:
                return Start(stake, asked with { Partners = drawn, Count = 0 });
            case Drawing.Panel when stake.Rule.Method == Method.Bargaining:
                return new Move.Settle(Bargaining.Of(drawn, stake));
            case Drawing.Panel:
                return new Move.Settle(Assembly.Decide(Mixing.Together(drawn, stake.Practice, stake.StandOn), stake));
            case Drawing.Reports:
                return new Move.Settle(Decreeing.Informed(drawn, stake));
            case Drawing.Alternatives:
                return Rank(stake, asked, drawn);
        }

        if (drawn.IsEmpty) return new Move.Settle(new Ruling(stake.StatusQuo));
        if (stake.Rule.Method == Method.Decree) return new Move.Settle(Decreeing.Own(drawn[0], stake));
        asked = asked with { Drawn = drawn, Within = null, Count = 0 };
        return stake.StatusQuo.Dimensions == 1 && stake.Rule.Electorate == Electorate.All
            ? new Move.Ask(asked with { Inquiry = Inquiry.Place })
            : Alternatives(stake, asked);
    }

    private static Move Rank(AtStake stake, Question asked, ImmutableArray<Caster> writers)
    {
        var listed = new List<Point> { stake.StatusQuo, stake.Amended };
        if (stake.Rule.Method is Method.Majority && stake.Brought != stake.Amended) listed.Add(stake.Brought);
        foreach (var writer in writers)
            listed.Add(stake.Within(writer.Stand + stake.Misread(writer.Person, stake.Rule.WritingNoise)));
        ImmutableArray<Point> alternatives = [.. listed.Select((point, i) => (Point: point, i))
            .Where(one => one.i < 2 || listed.IndexOf(one.Point) == one.i).Select(one => one.Point)];
        if (stake.Rule.Method == Method.Random)
            return new Move.Settle(new Ruling(alternatives[Enumerable.Range(0, alternatives.Length).MaxBy(stake.Lot)]));
        return new Move.Ask(asked with
        {
            Inquiry = Inquiry.Rank,
            Alternatives = alternatives,
            Count = 0,
            ByDistricts = stake.Rule.Electorate == Electorate.Chamber,
        });
    }

    private static Move Placed(AtStake stake, Question asked, Response heard)
    {
        if (TooFew(stake, heard)) return new Move.Settle(new Ruling(stake.StatusQuo) { NoQuorum = true });
        var (next, median) = Medians.Refine(asked, heard.Cells);
        if (next is not null) return new Move.Ask(next);
        if (median is not { } middle) return new Move.Settle(new Ruling(stake.StatusQuo));
        if (stake.Rule.Method != Method.Setter)
            return new Move.Settle(new Ruling(stake.Within(middle), heard.Came));
        var setter = asked.Drawn[0];
        var (holds, m) = (stake.StatusQuo[0], middle[0]);
        var text = Math.Clamp(setter.Stand[0], Math.Min(holds, (2 * m) - holds), Math.Max(holds, (2 * m) - holds));
        return new Move.Settle(new Ruling(stake.Within(Fixed.Round(new Point(text)))) { By = setter });
    }

    private static Ruling Counted(AtStake stake, Question asked, Response heard)
    {
        var alternatives = asked.Alternatives;
        if (heard.Ballots is not { Total: > 0 } ballots || TooFew(stake, heard))
            return new Ruling(stake.StatusQuo) { NoQuorum = true };
        var poll = new Poll(ballots, stake.Ties(alternatives));
        var (winner, ties) = Winner(stake, asked, poll, heard);
        return new Ruling(alternatives[winner])
        {
            For = winner == 0 ? poll.Pairwise.Over(1, 0) : poll.Pairwise.Over(winner, 0),
            Against = winner == 0 ? poll.Pairwise.Over(0, 1) : poll.Pairwise.Over(0, winner),
            Ties = ties,
            By = stake.Rule.Method == Method.Setter ? asked.Drawn[0] : null,
        };
    }

    private static (int Winner, ImmutableArray<Tie> Ties) Winner(
        AtStake stake, Question asked, Poll poll, Response heard)
    {
        var margin = poll.Pairwise;
        switch (stake.Rule.Method)
        {
            case Method.Share:
                var all = stake.Rule.Electorate == Electorate.All ? heard.Came : poll.Ballots.Total;
                return (margin.Over(1, 0) >= stake.Rule.Needed(all) ? 1 : 0, []);
            case Method.Setter:
                var passing = Enumerable.Range(1, asked.Alternatives.Length - 1)
                    .Where(one => margin.Margin(one, 0) > 0);
                var setter = asked.Drawn[0];
                return (passing.Prepend(0).MinBy(one => setter.Distance(setter.Stand, asked.Alternatives[one])), []);
            case Method.Counting:
                var count = stake.Rule.Counting!.Count(poll);
                return (count.Winner ?? 0, count.Ties);
        }

        // An amendment has to beat the text as it was put; otherwise the listed order is the agenda.
        int[] agenda = stake.Rule.Method == Method.Majority
            ? [.. Enumerable.Range(1, asked.Alternatives.Length - 1).Reverse()]
            : [.. Enumerable.Range(1, asked.Alternatives.Length - 1)];
        var stays = agenda[0];
        foreach (var other in agenda.AsSpan(1))
            if (margin.Margin(other, stays) > 0) stays = other;
        return (margin.Margin(stays, 0) > 0 ? stays : 0, []);
    }

    private static bool TooFew(AtStake stake, Response heard) =>
        stake.Rule.Quorum > 0 && heard.Came < stake.Rule.Quorum * heard.Eligible;
}
