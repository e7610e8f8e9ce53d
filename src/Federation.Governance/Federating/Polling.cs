using System.Collections.Immutable;
using System.Diagnostics;
using Federation.Governance.Logbooks;
using Federation.Governance.Rules;

namespace Federation.Governance.Federating;

/// <summary>The extra waves of every rule but consent: the owner asks, everybody below answers, and the owner
/// goes on from the sum of the answers.</summary>
/// <remarks>
/// Flat, every circle without children answers for the people who live there and come, and answers are
/// added up on the way. Nested, every circle decides among its own members, whose links speak for what the
/// circle below decided, and only that goes up. Where districts elect, each of them is an owner on a small scale.
/// </remarks>
internal sealed class Polling : Part
{
    public static Polling Part { get; } = new();

    /// <summary>Rounds a district may ask its people in.</summary>
    private const int RoundsMost = 64;

    public override Turn Begin(Work work, Request request, Surroundings here)
    {
        if (request.Asking is Asking.Rule rule)
        {
            var stake = Stakes.Of(work.Circle, rule.Taken, here);
            return here.IsLeaf
                ? Enacting.Done(work, request, rule.Taken,
                    Assembly.Decide(Assemblies.Residents(work.Circle, stake.Ask(Inquiry.Rank), here), stake),
                    null, here)
                : stake.Rule.Nested ? Down(work, request, stake.Ask(Inquiry.Decide), 1, here)
                : Own(work, request, rule.Taken, stake, null, here);
        }

        var question = ((Asking.Poll)request.Asking).Question;
        if (here.IsLeaf)
            return Answered(work, request, Assemblies.Leaf(work.Circle, question, request.Day, here), here);
        return IsDistrict(question, here) ? District(work, request, question, null, here)
            : Down(work, request, question, request.Version, here);
    }

    public override Turn Continue(
        Work work, Request request, ImmutableArray<Answer?> answers, Surroundings here)
    {
        (work, var heard) = Take(work, answers);
        var question = (request.Asking as Asking.Poll)?.Question ?? work.Asked!;
        var day = request.Day.Later(work.Effort.LastDay);
        if (question.Inquiry == Inquiry.Decide)
        {
            var decided = Assemblies.Above(work.Circle, question, answers, day, here);
            return request.Asking is Asking.Rule nested
                ? Enacting.Done(
                    work with { Effort = work.Effort.Plus(decided.Effort) }, request, nested.Taken,
                    new Ruling(decided.Response.Decision ?? question.StatusQuo), decided.Response, here)
                : Answered(work, request, decided, here);
        }

        heard = Trusting.Above(work.Circle, question, heard, here);
        if (request.Asking is Asking.Rule rule)
            return Own(work, request, rule.Taken, Stakes.Of(work.Circle, rule.Taken, here), heard, here);
        return IsDistrict(question, here)
            ? District(work, request, question, heard, here)
            : Answered(work, request, (heard, Effort.None), here);
    }

    /// <summary>The owner: the rule says what to ask next.</summary>
    private static Turn Own(
        Work work, Request request, Taken taken, AtStake stake, Response? heard, Surroundings here) =>
        Conducting.Next(stake, work.Asked, heard) switch
        {
            Move.Ask ask => Down(work, request, ask.Question, work.Rounds + 1, here),
            Move.Settle settled => Enacting.Done(work, request, taken, settled.Ruling, heard, here),
            var other => throw new UnreachableException(other.ToString()),
        };

    private static Turn District(Work work, Request request, Question outer, Response? heard, Surroundings here)
    {
        var rule = here.Practice.Rule;
        var (ask, elected) = Districts.Next(outer, work.Asked, heard, rule);
        if (ask is not null)
            return Down(work, request, ask, (request.Version * RoundsMost) + work.Rounds + 1, here);
        var people = here.Residents + work.Circle.Links.Sum(link => link.People);
        return Answered(
            work, request, (Districts.Answer(outer, elected, heard!, people, rule), Effort.None), here);
    }

    private static Turn.Ask Down(Work work, Request request, Question question, int version, Surroundings here) => new(
        work with { Asked = question, Rounds = work.Rounds + 1 },
        [.. Enumerable.Range(0, here.Children.Length)
            .Where(child => question.Within is not { } within
                || within.IsWithin(here.Children[child]) || here.Children[child].IsWithin(within))
            .Select(child => To(
                child, request, request.Day.Later(work.Effort.LastDay), new Asking.Poll(question), version))]);

    private static (Work Work, Response Heard) Take(Work work, ImmutableArray<Answer?> answers)
    {
        var (heard, effort, first) = (Response.None, work.Effort, true);
        var question = work.Asked!;
        var links = SetEach(work.Circle.Links, (child, link) =>
        {
            if (answers[child] is not { Reply: Reply.Polled polled } answer || answer.Seal == link.Seal) return link;
            heard = first ? polled.Response : heard.Plus(polled.Response, question);
            first = false;
            effort = effort.Plus(polled.Effort);
            return link with { Seal = answer.Seal };
        });
        return (work with { Circle = work.Circle with { Links = links }, Effort = effort }, heard);
    }

    private static Turn.Done Answered(
        Work work, Request request, (Response Response, Effort Effort) answer, Surroundings here)
    {
        var effort = work.Effort.Plus(answer.Effort);
        var day = request.Day.Later(effort.LastDay);
        var question = ((Asking.Poll)request.Asking).Question;
        if (question.Inquiry is Inquiry.Rank or Inquiry.Decide && answer.Response.Came > 0)
            work = work with
            {
                Entries = work.Entries.Add(Deliberating.Note(
                    question.Inquiry == Inquiry.Rank ? EntryKind.BallotHeld : EntryKind.CircleRuled, request, 1, day,
                    null, answer.Response.Decision is { } point
                        ? question.Facets(here.StatusQuo).Whole(point) : null) with
                {
                    Round = (int)answer.Response.Came,
                }),
            };
        return new Turn.Done(
            work with { Effort = Effort.None }, day, new Reply.Polled(answer.Response, effort));
    }

    /// <summary>A district: a circle of the named level, or one that has nothing below it.</summary>
    private static bool IsDistrict(Question question, Surroundings here) =>
        question.ByDistricts && here.Depth > question.OwnerDepth
        && (here.IsLeaf || here.IsDistrict(question.OwnerDepth));
}
