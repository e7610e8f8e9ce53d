using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Members;
using Federation.Governance.Rules;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>What is at stake in a circle that decides by a rule.</summary>
internal static class Stakes
{
    /// <summary>Whether everybody is asked: not where a domain or a membership is at stake, which stays with
    /// consent, and not where every circle must ratify or the text reaches beyond the circle, which its own members
    /// decide by the rule.</summary>
    public static bool Ruled(Proposal proposal, Surroundings here) =>
        !here.Practice.Rule.IsConsent && proposal is { Change: null, Removes: 0, Effect: not Effect.Ratify }
        && proposal.Affects.IsWithin(here.Id);

    /// <summary>Whether circles below carry a text out as it is, without a meeting.</summary>
    public static bool IsUniform(Proposal matter, Surroundings here) =>
        here.Practice.Rule is { IsConsent: false } rule
        && (!rule.Latitude || rule.Method is Method.StatusQuo or Method.Accept or Method.Random)
        && matter.Effect is Effect.Limits or Effect.Invites;

    public static AtStake Of(Circle circle, Taken taken, Surroundings here)
    {
        var proposal = taken.Proposal;
        var facets = new Facets(proposal.Dimensions, here.StatusQuo);
        var bounds = Owning.Bounds(circle, here, facets);
        return At(
            here, facets, proposal.Id, facets.Of(taken.Drafts[0]), facets.Of(taken.Drafts[1]), proposal.Origin,
            point => Fixed.Round(bounds.Project(point)));
    }

    /// <summary>The same in a circle below the owner.</summary>
    public static AtStake Below(Question question, Surroundings here) => At(
        here, question.Facets(here.StatusQuo), question.Decision, question.Brought, question.Amended, here.Id,
        point => Fixed.Round(Bounds.Unit(point.Dimensions).Project(point)));

    private static AtStake At(
        Surroundings here, Facets facets, int decision, Point brought, Point amended, CircleId origin,
        Func<Point, Point> within) => new(
        here.Practice.Rule, decision, facets.Dimensions, facets.Of(here.StatusQuo), brought, amended, origin,
        here.Depth)
    {
        Within = within,
        Lot = number => here.Lot(new PersonId(0, number), decision),
        Misread = (person, sd) => facets.Of(here.Misread(person, decision, sd)),
        BeliefAbout = caster => facets.Of(here.Signal(caster.Person, caster.Skill, decision)),
        Practice = here.Practice,
        StandOn = (caster, preference, belief) => Stand(here.Practice, preference, belief),
    };

    /// <summary>Where a resident stands after talk, on the practice's ground.</summary>
    public static Point Stand(Practice practice, Point preference, Point belief) => practice.Ground switch
    {
        Ground.Belief => belief,
        Ground.Preference => preference,
        _ => (belief * practice.CommonValue) + (preference * (1 - practice.CommonValue)),
    };
}
