using Federation.Governance.Circles;
using Federation.Governance.Rules;

namespace Federation.Governance.Federating;

/// <summary>What a question takes of those who answer it.</summary>
internal static class Toll
{
    /// <summary>A ballot takes every person who comes some minutes and everybody some days; talk in groups before it
    /// takes what a circle's talk takes; to be drawn by lot takes nothing, nor does looking for a median once
    /// everybody said where they stand.</summary>
    public static Effort Of(Question question, int people, Days day, Surroundings here)
    {
        if (!IsBallot(question)) return Effort.None with { LastDay = day };
        var (rule, talks) = (here.Practice.Rule, !question.Partners.IsEmpty);
        return new Effort
        {
            Balloting = people,
            Attending = talks ? people : 0,
            Speaking = talks ? (long)people * rule.Group * here.Practice.TalkRounds : 0,
            LastDay = day.After(rule.BallotDays),
        };
    }

    /// <summary>What comes on top where the rule's matter is settled: a second ballot of the same people, or the
    /// meeting of those who were elected or drawn.</summary>
    public static Effort Settling(AtStake stake, Ruling ruling, Response? heard, Days day, Surroundings here)
    {
        var rule = stake.Rule;
        var effort = Effort.None with { LastDay = day };
        if (heard is not null && rule is { Electorate: Electorate.All, Nested: false } && HasTwoBallots(stake))
            effort = effort with { Balloting = heard.Came, LastDay = day.After(rule.BallotDays) };
        var members = rule.Electorate == Electorate.Chamber ? heard?.Seats ?? 0
            : rule.Electorate == Electorate.Panel || rule.Method is Method.Decree or Method.Bargaining ? ruling.Members
            : 0;
        if (members == 0) return effort;
        var rounds = rule.Electorate == Electorate.Panel ? here.Practice.TalkRounds + 1
            : rule.Method == Method.Decree ? 0 : 1;
        return effort with
        {
            Meetings = 1,
            Attending = members,
            // Pairs talk at once: each of the two speaks and listens.
            Speaking = rule.Method == Method.Bargaining ? 2 * members : members * members * rounds,
            LastDay = rule.Method == Method.Decree ? day : day.After(1).NextMeeting(here.CadenceDays, here.Phase),
        };
    }

    private static bool HasTwoBallots(AtStake stake) =>
        (stake.Rule.Method == Method.Majority && stake.Brought != stake.Amended)
        || stake.Rule.Counting is Counting.TwoRound;

    private static bool IsBallot(Question question) =>
        question.Inquiry == Inquiry.Rank || question is { Inquiry: Inquiry.Place, Refined: 0 };
}
