using Federation.Governance.Chance;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Testing;

/// <summary>A few circles written by hand, and what can be asked of them.</summary>
public sealed class TestFederation
{
    private readonly Dictionary<CircleId, TestCircle> _circles;

    public TestFederation(params IEnumerable<TestCircle> circles)
    {
        _circles = circles.ToDictionary(circle => circle.Id);
        foreach (var circle in _circles.Values) circle.Within = this;
    }

    public CircleId Root => _circles.Keys.Min();

    public IEnumerable<TestCircle> Circles => _circles.Values;

    public IEnumerable<TestCircle> Leaves => _circles.Values.Where(circle => circle.IsLeaf);

    public Surroundings Of(CircleId circle) => _circles[circle];

    /// <summary>A regular tree below "r" with people drawn from a seed.</summary>
    /// <param name="tolerance">Everybody's radius lies between this and its double.</param>
    public static TestFederation Tree(
        ReadOnlySpan<int> fanOuts, int members, Practice practice, ulong seed = 1,
        double tolerance = .2, double spread = .15, int dimensions = 2, params ReadOnlySpan<Domain> domains)
    {
        var owned = domains.ToArray().ToDictionary(domain => domain.Owner.Path);
        var dice = new Dice(seed, 0);
        var circles = new List<TestCircle>();
        var shape = fanOuts.ToArray();
        Grow("r", 0);
        return new TestFederation(circles);

        void Grow(string path, int depth)
        {
            var place = Keys.Of(path);
            string[] children = depth == shape.Length
                ? []
                : [.. Enumerable.Range(1, shape[depth]).Select(child => $"c{child}")];
            circles.Add(new TestCircle(path, children)
            {
                HowTheyDecide = practice,
                Owns = owned.GetValueOrDefault(path),
                Now = Point.Filled(dimensions, .5),
                Serves = Near(place, 0, Purpose.Need),
                Believes = person => Near(
                    place ^ ulong.RotateLeft(person.Place, 32), (uint)person.Index, Purpose.Signal),
                People = depth == shape.Length
                    ? [.. Enumerable.Range(0, members).Select(index => One(place, index))]
                    : [],
            });
            foreach (var child in children) Grow($"{path}/{child}", depth + 1);
        }

        Snapshot One(ulong place, int index) => People.Person(
            index, Near(place, (uint)index, Purpose.Preference),
            tolerance * (1 + dice.Uniform(place, 0, 0, (uint)index, Purpose.Tolerance)),
            dice.Uniform(place, 0, 0, (uint)index, Purpose.Conviction), place,
            dice.Uniform(place, 0, 0, (uint)index, Purpose.Skill));

        Point Near(ulong place, uint member, Purpose purpose) => Fixed.Round(Bounds.Unit(dimensions).Project(
            Point.Filled(dimensions, .5)
            + dice.NormalPoint(place, 0, 0, member, purpose, dimensions, spread)));
    }

    /// <summary>A matter on all dimensions, with number, origin and text.</summary>
    public static Proposal Proposal(
        int id, string origin, Point text, string affects = "r", Effect effect = Effect.Limits,
        int termDays = 360, int deadlineDay = 0) => new(
        id, new CircleId(origin), new CircleId(affects), effect, Fixed.Round(text),
        [.. Enumerable.Range(0, text.Dimensions)], termDays, deadlineDay, 0);

    /// <summary>A domain on some dimensions, for the circle's own people unless said otherwise.</summary>
    public static Domain Domain(string owner, int[] dimensions, string? affects = null, Bounds? bounds = null) => new(
        new CircleId(owner), [.. dimensions], bounds ?? Bounds.Unit(2), new CircleId(affects ?? owner), Fixed.Round(.15));

    /// <summary>A matter that changes a child's domain, brought by somebody; the text is what for.</summary>
    public static Proposal Change(
        int id, string origin, Operation operation, string circle, Point text, Bounds? bounds = null,
        params int[] dimensions)
    {
        var child = new CircleId(circle);
        return Proposal(id, origin, text, child.Parent!.Value.Path, Effect.ChangesDomain) with
        {
            Dimensions = [.. dimensions],
            Change = new DomainChange(operation, child, [.. dimensions], Rounded(bounds ?? Bounds.Unit(text.Dimensions)), -1),
        };
    }

    private static Bounds Rounded(Bounds bounds) => new(Fixed.Round(bounds.Low), Fixed.Round(bounds.High));

    public Register Register(params IEnumerable<Raising> agenda) =>
        Governance.Federating.Register.Open(
            TestCircle.TestGenesis, Root, agenda, Of(Root).Practice.Life);
}
