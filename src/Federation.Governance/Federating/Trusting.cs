using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Members;
using Federation.Governance.Rules;

namespace Federation.Governance.Federating;

/// <summary>Who entrusts a ballot to whom: in the circle people live in, and from link person to link person.</summary>
internal static class Trusting
{
    public static Response Leaf(
        Circle circle, ImmutableArray<Caster> casters, long eligible, Question question, Surroundings here)
    {
        var entrusts = ImmutableArray.CreateBuilder<int>(casters.Length);
        for (var one = 0; one < casters.Length; one++)
        {
            var person = casters[one].Person;
            entrusts.Add(casters[one].Conduct is Conduct.Captured or Conduct.Fake
                    || here.Entrusts(person, question.Decision) >= here.Practice.Rule.Entrusting ? Delegations.Nobody
                : here.Depth > question.OwnerDepth && circle.IsLink(person) ? Delegations.Up
                : Best(casters, one, here));
        }

        return Cast(casters, entrusts.MoveToImmutable(), question, here) with
        {
            Eligible = eligible, Came = casters.Length,
        };
    }

    /// <summary>What link persons handed up is cast by whom they think most of in this circle, or by whom that
    /// one hands on to.</summary>
    public static Response Above(Circle circle, Question question, Response heard, Surroundings here)
    {
        if (heard.Entrusted.IsEmpty) return heard;
        var facets = question.Facets(here.StatusQuo);
        ImmutableArray<Caster> seats = [.. Voices.Heard(circle, here, question.Decision).Select(voice => Caster.Of(
            voice, facets, here.Lot(voice.Person, question.Decision), here) with
        {
            Weight = heard.Entrusted.Where(one => one.Person == voice.Person).Sum(one => one.Weight),
        })];
        var lost = heard.Entrusted.Sum(one => one.Weight) - seats.Sum(seat => seat.Weight);
        var entrusts = seats.Select((seat, one) => seat.Weight == 0 ? Delegations.Nobody : Best(seats, one, here));
        var cast = Cast(seats, [.. entrusts], question, here);
        return (heard with { Entrusted = [] }).Plus(cast, question) with { Lost = heard.Lost + cast.Lost + lost };
    }

    private static Response Cast(
        ImmutableArray<Caster> casters, ImmutableArray<int> entrusts, Question question, Surroundings here)
    {
        var rule = here.Practice.Rule;
        var followed = Delegations.Follow(casters, entrusts, rule.WeightMost);
        return Casting.Of(followed.Casters, 0, question, rule) with
        {
            Came = 0,
            Entrusted = followed.Upwards,
            Lost = followed.Lost,
            WeightMost = followed.WeightMost,
        };
    }

    /// <summary>Whom a member perceives as best qualified to speak for others; nobody if they are alone.</summary>
    private static int Best(ImmutableArray<Caster> casters, int one, Surroundings here)
    {
        var (best, most) = (Delegations.Nobody, -1.0);
        for (var other = 0; other < casters.Length; other++)
        {
            if (other == one) continue;
            var seen = here.Perceived(casters[one].Person, casters[other].Person, Role.Delegate);
            if (seen > most) (best, most) = (other, seen);
        }

        return best;
    }
}
