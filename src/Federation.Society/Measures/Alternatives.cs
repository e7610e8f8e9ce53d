using System.Collections.Immutable;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Members;
using Federation.Governance.Rules;
using Federation.Governance.Spaces;
using Federation.Society.People;

namespace Federation.Society.Measures;

/// <summary>What a matter could have been decided as, the same under every rule: what held, the text as it was
/// brought, and what a few people drawn by lot would like best, as they would write it.</summary>
/// <remarks>Drawn from all whom the matter affects, as people first were, by the lots that draw a ballot's
/// alternatives: also where the rule has no ballot. Points are in the matter's dimensions.</remarks>
internal sealed class Alternatives(World world, Proposal proposal, Func<Point, Point> facets)
{
    private readonly int _writers =
        Math.Min(world.Scenario.Rules.Alternatives, RulePractice.AlternativesMost) - 2;

    /// <summary>Where they are written: in the circle of all whom it affects, as a ballot's are in its owner.</summary>
    private readonly Surroundings _at = world.Of(proposal.Affects);

    private readonly List<(ulong Lot, PersonId Person, Point Written)> _drawn = [];

    /// <summary>One person as first drawn: kept while nobody with a higher lot comes along.</summary>
    public void Take(Surroundings here, in Voice voice, in Point stand)
    {
        if (!here.Id.IsWithin(proposal.Affects)) return;
        var lot = here.Lot(voice.Person, proposal.Id + ((int)Drawing.Alternatives << 20));
        if (_drawn.Count == _writers && (_writers == 0 || lot <= _drawn[^1].Lot)) return;
        var missed = facets(_at.Misread(voice.Person, proposal.Id, world.Scenario.Rules.WritingNoise));
        var written = Fixed.Round(facets(stand)) + missed;
        _drawn.Add((lot, voice.Person, Fixed.Round(Bounds.Unit(written.Dimensions).Project(written))));
        _drawn.Sort((one, other) => other.Lot.CompareTo(one.Lot) is var by and not 0
            ? by : one.Person.CompareTo(other.Person));
        if (_drawn.Count > _writers) _drawn.RemoveAt(_writers);
    }

    /// <summary>Each once, what held first.</summary>
    public ImmutableArray<Point> All =>
    [
        .. new[] { facets(world.StatusQuo), facets(proposal.Text) }
            .Concat(_drawn.Select(one => one.Written)).Distinct(),
    ];

    /// <summary>The number of the alternative nearest to a text; of equals the first.</summary>
    public static int Nearest(ImmutableArray<Point> alternatives, Point text) =>
        Enumerable.Range(0, alternatives.Length).MinBy(one => alternatives[one].DistanceTo(text));
}
