using System.Collections.Immutable;
using Federation.Governance.Decisions;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Rules;

/// <summary>Talk in random mixed groups before a ballot.</summary>
/// <remarks>
/// Everybody meets people from anywhere below the deciding circle. A pool of them is drawn by lot and
/// travels with the question; each person's partners are drawn from it. So everybody talks with a
/// uniform sample of strangers, and nothing has to be seated across circles. What is assumed: a partner
/// in the pool talks in many groups at once.
/// </remarks>
internal static class Mixing
{
    /// <summary>People in the pool.</summary>
    public const int Pool = 32;

    /// <summary>Where people stand after talk with their partners.</summary>
    /// <param name="pick">A person's lot in drawing one partner by number.</param>
    /// <param name="standOn">Where somebody stands with a preference and a belief.</param>
    public static Caster Talked(
        Caster caster, ImmutableArray<Caster> pool, int group, Practice practice,
        Func<Caster, int, ulong> pick, Func<Caster, Point, Point, Point> standOn)
    {
        var partners = pool
            .Select((partner, number) => (Partner: partner, Lot: pick(caster, number)))
            .Where(one => one.Partner.Person != caster.Person)
            .OrderByDescending(one => one.Lot).Take(group - 1).Select(one => one.Partner);
        return Together([caster, .. partners], practice, standOn)[0];
    }

    /// <summary>One group talks; everybody in it is moved as in a circle's meeting.</summary>
    public static ImmutableArray<Caster> Together(
        ImmutableArray<Caster> group, Practice practice, Func<Caster, Point, Point, Point> standOn)
    {
        var preferences = group.Select(caster => caster.Preference).ToArray();
        var first = preferences.ToArray();
        var beliefs = group.Select(caster => caster.Belief).ToArray();
        var openness = group.Select(caster => 1 - caster.Conviction).ToArray();
        var skill = group.Select(caster => caster.Skill + LeastWeight).ToArray();
        for (var round = 0; round < practice.TalkRounds; round++)
            Talk.Round(
                preferences, first, beliefs, openness, skill, practice.Confidence, practice.Talking.Listening);
        return [.. group.Select((caster, i) => caster.Conduct is Conduct.Captured or Conduct.Fake ? caster : caster with
        {
            Preference = preferences[i],
            Belief = beliefs[i],
            Stand = Fixed.Round(standOn(caster, preferences[i], beliefs[i])),
        })];
    }

    // As in a circle's meeting: nobody's arguments weigh nothing.
    private const double LeastWeight = 0.1;
}
