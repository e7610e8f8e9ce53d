using System.Collections.Immutable;
using Federation.Governance.Chance;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;
using Federation.Society.Places;

namespace Federation.Society.People;

/// <summary>One circle of a simulated world.</summary>
/// <remarks>
/// Needs and mean preferences are keyed by place down the geographic chain: a place's is its
/// enclosing place's plus a normal displacement of its level's spread. People are keyed by place
/// and index. What a person perceives in a circle is keyed by that circle's place, so inserted
/// circles, which have their parent's place, show the same world. What several questions need is
/// kept, and taken from the circle above where that is given.
/// </remarks>
internal sealed class SimulatedCircle(World world, PlannedCircle planned, SimulatedCircle? above) : Surroundings
{
    private const double QualificationNoise = 0.15;

    private readonly ulong _place = planned.Place.Key;
    private Point? _need;
    private Point? _mean;
    private int? _phase;
    private Domain? _domain;
    private Snapshot[]? _residents;
    private (PersonId Person, Role Role, Block Words) _qualified;

    public PlannedCircle Planned => planned;

    public override CircleId Id => planned.Id;
    public override int Depth => planned.Depth;
    public override ImmutableArray<CircleId> Children => planned.Children;
    public override int Residents => planned.IsLeaf ? planned.People : 0;
    public override Digest Genesis => world.Genesis;
    public override Practice Practice => world.Practice;
    public override Point StatusQuo => world.StatusQuo;

    public override Domain Domain => _domain ??= world.Domains.Of(Id);

    public override Domain DomainBelow(int child) => world.Domains.Of(Children[child]);

    public override bool IsContested(Proposal proposal) => world.Domains.IsContested(Id, proposal);

    public override Point Need => Clip(Here(UnclippedNeed));

    public override Point NeedOn(int day) =>
        world.Scenario.Needs.Drift > 0 && day >= Drifting.EveryDays
            ? Clip(Here(UnclippedNeed)
                + Drifting.By(world.Dice, planned.Places, day, world.Scenario.Needs.Drift, Count))
            : Need;

    public override Point Observed(int decision, int cycle, int day) =>
        Clip(NeedOn(day) + world.Dice.NormalPoint(
            _place, (ulong)decision, (uint)cycle, 0, Purpose.Measure, Count, world.Scenario.Life.MeasureNoise));

    public override int CadenceDays =>
        world.Scenario.Cadence.Levels.TryGetValue(planned.Level, out var days) ? (int)days
        : planned.IsLeaf ? world.Scenario.Cadence.LeafDays : world.Scenario.Cadence.UpperDays;

    public override int Phase => _phase ??= (int)(Keys.Of(Id.Path) >> 33);

    private Point UnclippedNeed => _need ??= Chain(
        Purpose.Need, above?.UnclippedNeed ?? Point.Filled(Count, world.Scenario.Needs.Mean),
        world.Scenario.Needs.LevelSpread);

    private Point Here(Point need) => world.Feeders?.In(planned, need) ?? need;

    private Point UnclippedMean => _mean ??= Chain(
        Purpose.Place, above?.UnclippedMean ?? Point.Filled(Count, world.Scenario.People.Mean),
        world.Scenario.People.LevelSpread);

    private int Count => StatusQuo.Dimensions;

    public override int IndexOf(PersonId resident) => resident.Index - planned.FirstPerson;

    public override Snapshot Resident(int index) => (_residents ??= Drawn())[index];

    private Snapshot[] Drawn()
    {
        var mean = Clip(UnclippedMean);
        var residents = new Snapshot[Residents];
        for (var index = 0; index < residents.Length; index++) residents[index] = Drawn(index, mean);
        return residents;
    }

    private Snapshot Drawn(int index, Point mean)
    {
        var people = world.Scenario.People;
        var person = new PersonId(planned.PeoplePlace.Key, planned.FirstPerson + index);
        var (place, member) = (person.Place, (uint)person.Index);
        var dice = world.Dice;
        var preference = Clip(mean + dice.NormalPoint(
            place, 0, 0, member, Purpose.Preference, Count, people.Spread));
        var tolerance = people.ToleranceLow + ((people.ToleranceHigh - people.ToleranceLow)
            * dice.Uniform(place, 0, 0, member, Purpose.Tolerance));
        var conviction = dice.Beta(
            people.ConvictionA, people.ConvictionB, place, 0, 0, member, Purpose.Conviction);
        return new Snapshot(
            person, preference, Fixed.Round(tolerance), Fixed.Round(conviction), Skill(person));
    }

    public override Point Signal(PersonId person, double skill, int decision) =>
        Clip(Need + world.Dice.NormalPoint(
            Here(person), (ulong)decision, 0, (uint)person.Index, Purpose.Signal, Count,
            world.Scenario.People.SignalNoise * (1.5 - skill)));

    public override Salience? Salience(PersonId person)
    {
        var (spread, all) = (world.Scenario.People.SalienceSpread, Practice.Salience);
        if (spread <= 0) return all;
        Span<double> own = stackalloc double[Count];
        var sum = 0.0;
        for (var k = 0; k < own.Length; k++)
            sum += own[k] = 1 + (spread * ((2 * world.Dice.Uniform(
                person.Place, 0, 0, (uint)person.Index, Purpose.Salience, (uint)k)) - 1));
        for (var k = 0; k < own.Length; k++) own[k] = Fixed.Round(own[k] * Count / sum);
        return new Salience(all?.Proposal ?? Point.Filled(Count, 1), new Point(own));
    }

    public override Point ReportNoise(PersonId person, int decision) =>
        world.Dice.NormalPoint(
            Here(person), (ulong)decision, 0, (uint)person.Index, Purpose.Report, Count,
            Practice.ReportNoise);

    public override bool Attends(PersonId person, int decision, int version) =>
        world.Dice.Uniform(
            Here(person), (ulong)decision, (uint)version, (uint)person.Index, Purpose.Attendance)
        < Attendance(person);

    /// <summary>Fewer come to a larger circle, and some people to nothing.</summary>
    private double Attendance(PersonId person)
    {
        var people = world.Scenario.People;
        var attendance = people.Attendance;
        if (people.SizeApathy > 0)
        {
            var members = planned.IsLeaf ? planned.People : (2 * planned.Children.Length) + 2;
            attendance /= 1 + (people.SizeApathy * Math.Max(0, members - WellKnown));
        }

        return attendance * Activity(person);
    }

    /// <summary>Some take part in everything and some in nothing: 1 on average.</summary>
    private double Activity(PersonId person)
    {
        var spread = world.Scenario.People.ActivitySpread;
        return spread <= 0 ? 1 : 1 + (spread
            * ((2 * world.Dice.Uniform(person.Place, 0, 0, (uint)person.Index, Purpose.Attendance)) - 1));
    }

    // The largest circle in which everybody is missed: practitioners' optimum of five to seven.
    private const int WellKnown = 7;

    private Strain? _strain;

    public override Strain Strain => _strain ??= SimulatedStrain.Of(world, planned);

    public override double Judged(PersonId person, int decision, int version) =>
        world.Dice.Uniform(
            Here(person), (ulong)decision, (uint)version, (uint)person.Index, Purpose.Judgement);

    public override bool Reads(PersonId person, int decision, int version) =>
        world.Dice.Uniform(
            Here(person), (ulong)decision, (uint)version, (uint)person.Index, Purpose.Reading)
        < world.Scenario.Process.LazyReads * Activity(person);

    /// <summary>Facilitator and secretary share a draw with the delegate, each with a word of their own.</summary>
    public override double Qualification(PersonId person, Role role)
    {
        var draw = role is Role.Facilitator or Role.Secretary ? Role.Delegate : role;
        if (_qualified.Person != person || _qualified.Role != draw || _qualified == default)
            _qualified = (person, draw, world.Dice.Words(
                person.Place, 0, 0, (uint)person.Index, Purpose.Qualification, (uint)draw));
        return Dice.Unit(_qualified.Words[role > Role.Delegate ? role - Role.Delegate : 0]);
    }

    public override bool Willing(PersonId person, Role role) =>
        world.Dice.Uniform(person.Place, 0, 0, (uint)person.Index, Purpose.Willing, (uint)role)
        >= Practice.Selection.Refusal;

    public override bool Carries(CircleId below, PersonId person, int decision)
    {
        var (dice, link, shared) = (world.Dice, Keys.Of(below.Path), Practice.Links.CommonCause);
        var together = shared > 0 && dice.Uniform(link, (ulong)decision, 0, 0, Purpose.Carrying) < shared;
        var fate = together
            ? dice.Uniform(link, (ulong)decision, 1, 0, Purpose.Carrying)
            : dice.Uniform(person.Place, (ulong)decision, 2, (uint)person.Index, Purpose.Carrying);
        return fate < Practice.Links.Survival;
    }

    public override bool HandsOver(int decision)
    {
        var (share, both) = (world.Scenario.Faults.Forgetful, world.Scenario.Process.Handover == "both");
        return share <= 0 || Remembers(0) || (both && Remembers(1));

        bool Remembers(uint secretary) =>
            world.Dice.Uniform(_place, (ulong)decision, 0, 0, Purpose.Forgetting, secretary) >= share;
    }

    public override double Perceived(PersonId by, PersonId of, Role role)
    {
        var qualification = Qualification(of, role);
        var noise = QualificationNoise * world.Dice.Normal(
            by.Place ^ ulong.RotateLeft(of.Place, 32), (ulong)(uint)of.Index, 0, (uint)by.Index,
            Purpose.Reason, (uint)role);
        return Math.Clamp(qualification + noise, 0, 1);
    }

    public override ulong Lot(PersonId person, int decision) =>
        world.Dice.Words(Here(person), (ulong)decision, 0, (uint)person.Index, Purpose.Tie).A;

    public override bool IsDistrict(int ownerDepth) =>
        world.Scenario.Rules.Districts is { Length: > 0 } level
            ? planned.Level == level : base.IsDistrict(ownerDepth);

    public override Point Misread(PersonId person, int decision, double sd) =>
        world.Dice.NormalPoint(
            Here(person), (ulong)decision, 0, (uint)person.Index, Purpose.Writing, Count, sd);

    public override double Entrusts(PersonId person, int decision) =>
        world.Dice.Uniform(person.Place, (ulong)decision, 0, (uint)person.Index, Purpose.Entrusting);

    public override ulong Pairing(PersonId person, int decision, int version, int round) =>
        world.Dice.Words(
            Here(person), (ulong)decision, ((uint)version << 16) | (uint)round, (uint)person.Index,
            Purpose.Pairing).A;

    private double Skill(PersonId person) =>
        Fixed.Round(world.Dice.Uniform(person.Place, 0, 0, (uint)person.Index, Purpose.Skill));

    /// <summary>A person in this circle's place, whatever place they come from.</summary>
    private ulong Here(PersonId person) => _place ^ ulong.RotateLeft(person.Place, 32);

    /// <summary>The chain of places goes on from that of the circle above.</summary>
    private Point Chain(Purpose purpose, Point point, ImmutableSortedDictionary<string, double> spreads)
    {
        foreach (var place in planned.Places.AsSpan()[(above?.Planned.Places.Length ?? 1)..])
        {
            var spread = spreads.GetValueOrDefault(place.Level, Scenarios.LevelSpreads.Unnamed);
            point += world.Dice.NormalPoint(place.Key, 0, 0, 0, purpose, Count, spread);
        }

        return point;
    }

    private Point Clip(Point point)
    {
        Span<double> clipped = stackalloc double[point.Dimensions];
        for (var i = 0; i < clipped.Length; i++) clipped[i] = Math.Clamp(point[i], 0, 1);
        return Fixed.Round(new Point(clipped));
    }
}
