using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Members;
using Federation.Governance.Spaces;
using Federation.Society.Places;
using Federation.Society.Runs;

namespace Federation.Society.Measures;

/// <summary>Everybody in a run once, leaf by leaf: what they got beside what they wanted.</summary>
/// <remarks>
/// People count as they were first drawn, so that no rule improves its figures by talking people round;
/// <see cref="MatterLedger.VotedDown"/> alone asks them as they are now. They get what holds where they live
/// at the end of the run. Nothing is kept of a person but sums.
/// </remarks>
internal sealed class PeopleLedger
{
    /// <summary>So many people at most stand for all when their middle is sought.</summary>
    private const int SampleMost = 20_000;

    private readonly Reference _run;
    private readonly ImmutableArray<MatterLedger> _matters;
    private readonly ImmutableArray<Deciders> _deciders;
    private readonly Saying _saying;
    private double _farFromLiking;
    private long _oftenLost;

    public PeopleLedger(Reference run, Register register)
    {
        _run = run;
        var agenda = run.World.Scenario.Agenda.ToDictionary(matter => matter.Id);
        var settled = register.Settled.OrderBy(one => one.Taken.Proposal.Id)
            .Where(one => agenda[one.Taken.Proposal.Id] is { Change: null, Removes: 0 }).ToArray();
        _matters =
        [
            .. settled.Select(one => new MatterLedger(run.World, one, agenda[one.Taken.Proposal.Id].Dimensions)),
        ];
        _deciders = [.. settled.Select(one => Deciders.Of(run, one))];
        _saying = new Saying(run);
        if (_matters.IsEmpty) return;
        Sample();
        foreach (var leaf in Leaves) Take(leaf);
    }

    public ImmutableArray<MatterLedger> Matters => _matters;

    /// <summary>Mean utility over matters, person by person.</summary>
    public UtilityBins Utilities { get; } = new();

    public double HadASay => _saying.Could;

    public double TookPart => _saying.Did;

    public double Anscombe => Utilities.People == 0 ? double.NaN : (double)_oftenLost / Utilities.People;

    /// <summary>1 less the mean distance of what holds from what people would like best, over the largest.</summary>
    public double Representativeness => Utilities.People == 0 ? double.NaN : 1 - (_farFromLiking / Utilities.People);

    private IEnumerable<PlannedCircle> Leaves => _run.World.Plan.All().Where(circle => circle.IsLeaf);

    private void Sample()
    {
        var every = (int)Math.Max(1, (_run.World.Plan.People + SampleMost - 1) / SampleMost);
        var stands = _matters.Select(_ => new List<Point>()).ToArray();
        var number = 0;
        foreach (var leaf in Leaves)
        {
            var here = _run.World.Of(leaf.Id);
            foreach (var voice in Voices.All(new Circle { Id = leaf.Id }, here, 0))
            {
                var stand = here.Practice.StandOf(voice, voice.Snapshot.Preference, voice.Belief);
                foreach (var matter in _matters) matter.Alternatives.Take(here, voice, stand);
                if (number++ % every != 0) continue;
                for (var i = 0; i < stands.Length; i++) stands[i].Add(_matters[i].Of(stand));
            }
        }

        for (var i = 0; i < stands.Length; i++)
            _matters[i].Know(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(stands[i]));
    }

    private void Take(PlannedCircle leaf)
    {
        var here = _run.World.Of(leaf.Id);
        var circle = _run.Circles.GetValueOrDefault(leaf.Id) ?? new Circle { Id = leaf.Id };
        var agreed = _matters.Select(matter =>
            circle.Agreements.FirstOrDefault(one => one.Decision == matter.Id)).ToArray();
        for (var i = 0; i < agreed.Length; i++)
            if (agreed[i] is { } agreement)
                _saying.Take(leaf, circle, here, agreement, _deciders[i]);
        foreach (var voice in Voices.All(new Circle { Id = leaf.Id }, here, 0))
            Take(circle, here, voice, agreed);
    }

    private void Take(Circle circle, Surroundings here, Voice voice, Agreement?[] agreed)
    {
        var index = here.IndexOf(voice.Person);
        var stand = here.Practice.StandOf(voice, voice.Snapshot.Preference, voice.Belief);
        var living = Voices.Living(circle, here, index);
        var now = here.Practice.StandOf(living, living.Snapshot.Preference, living.Belief);
        var (far, farFromLiking, lost) = (0.0, 0.0, 0);
        for (var i = 0; i < _matters.Length; i++)
        {
            var matter = _matters[i];
            var got = matter.Of(agreed[i]?.CarriedOutFor(index) ?? here.StatusQuo);
            var (away, loses) = matter.Take(matter.Of(stand), matter.Of(now), got);
            far += away / matter.Diameter;
            farFromLiking += got.DistanceTo(matter.Of(voice.Snapshot.Preference)) / matter.Diameter;
            if (loses) lost++;
        }

        Utilities.Add(Math.Max(0, 1 - (far / _matters.Length)));
        _farFromLiking += farFromLiking / _matters.Length;
        if (2 * lost > _matters.Length) _oftenLost++;
    }
}
