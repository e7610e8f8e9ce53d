using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Members;
using Federation.Governance.Rules;

namespace Federation.Governance.Federating;

/// <summary>What the members of one circle answer to a question that came down.</summary>
internal static class Assemblies
{
    /// <summary>The people who live in a circle and take part, as they stand after talk if there is any; lots
    /// are drawn from all who live there, whether they would come or not.</summary>
    public static ImmutableArray<Caster> Residents(Circle circle, Question question, Surroundings here)
    {
        var casters = Casters(
            question.Inquiry == Inquiry.Draw
                ? Voices.Heard(circle, here, question.Decision)
                : Voices.Present(circle, here, question.Decision, 1), question, here);
        return question.Partners.IsEmpty ? casters : [.. casters.Select(caster => Mixing.Talked(
            caster, question.Partners, here.Practice.Rule.Group, here.Practice,
            (one, number) => here.Pairing(one.Person, question.Decision, 0, number),
            (_, preference, belief) => Stakes.Stand(here.Practice, preference, belief)))];
    }

    /// <summary>A circle in which people live.</summary>
    public static (Response Response, Effort Effort) Leaf(
        Circle circle, Question question, Days day, Surroundings here)
    {
        var (rule, eligible) = (here.Practice.Rule, Voices.Heard(circle, here, question.Decision).Length);
        if (question.Within is { } within && !here.Id.IsWithin(within))
            return (new Response { Eligible = eligible }, Effort.None with { LastDay = day });
        var casters = Residents(circle, question, here);
        if (question.Inquiry == Inquiry.Decide) return Decided(casters, eligible, question, day, here);
        var effort = Toll.Of(question, casters.Length, day, here);
        if (question.ByDistricts) return (District(casters, eligible, question, here), effort);
        return rule.Electorate == Electorate.Liquid && question.Inquiry == Inquiry.Rank
            ? (Trusting.Leaf(circle, casters, eligible, question, here), effort)
            : (Casting.Of(casters, eligible, question, rule), effort);
    }

    /// <summary>A circle decides among its members; delegates speak for what their circle decided.</summary>
    public static (Response Response, Effort Effort) Above(
        Circle circle, Question question, ImmutableArray<Answer?> answers, Days day, Surroundings here)
    {
        var facets = question.Facets(here.StatusQuo);
        var bound = ImmutableArray.CreateBuilder<Voice>();
        foreach (var voice in Voices.Present(circle, here, question.Decision, 1))
            bound.Add(voice is { Via: >= 0, Role: Role.Delegate }
                && answers[voice.Via] is { Reply: Reply.Polled { Response.Decision: { } decided } }
                    ? voice with { Mandate = facets.Whole(decided), Duty = here.Practice.Duty }
                    : voice);
        var (eligible, came) = (0L, 0L);
        foreach (var answer in answers)
            if (answer?.Reply is Reply.Polled { Response: var below })
                (eligible, came) = (eligible + below.Eligible, came + below.Came);
        var (response, effort) = Decided(
            Casters(bound.DrainToImmutable(), question, here), eligible, question, day, here);
        return (response with { Came = came }, effort);
    }

    private static (Response Response, Effort Effort) Decided(
        ImmutableArray<Caster> casters, long eligible, Question question, Days day, Surroundings here)
    {
        var ruling = Assembly.Decide(casters, Stakes.Below(question, here));
        return (
            new Response
            {
                Eligible = eligible, Came = casters.Length, Decision = casters.IsEmpty ? null : ruling.Text,
            },
            Effort.None with
            {
                Meetings = 1,
                Attending = casters.Length,
                Speaking = (long)casters.Length * casters.Length,
                LastDay = day.NextMeeting(here.CadenceDays, here.Phase),
            });
    }

    private static Response District(
        ImmutableArray<Caster> casters, long eligible, Question outer, Surroundings here)
    {
        Question? asked = null;
        Response? heard = null;
        while (true)
        {
            var (ask, elected) = Districts.Next(outer, asked, heard, here.Practice.Rule);
            if (ask is null)
                return Districts.Answer(outer, elected, heard!, here.Residents, here.Practice.Rule);
            (asked, heard) = (ask, Casting.Of(casters, eligible, ask, here.Practice.Rule));
        }
    }

    private static ImmutableArray<Caster> Casters(
        ImmutableArray<Voice> voices, Question question, Surroundings here)
    {
        var facets = question.Facets(here.StatusQuo);
        return [.. voices.Select(voice => Caster.Of(
            voice, facets, here.Lot(voice.Person, question.Decision + ((int)question.Drawing << 20)), here))];
    }
}
