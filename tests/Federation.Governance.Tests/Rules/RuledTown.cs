using System.Collections.Immutable;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Linking;
using Federation.Governance.Rules;
using Federation.Governance.Spaces;
using Federation.Testing;

namespace Federation.Governance.Tests.Rules;

/// <summary>A root with some circles of people whose stands the test says, deciding once by a rule.</summary>
/// <remarks>The first circle raises the matter. Nobody talks, nothing is shaped or amended.</remarks>
internal sealed class RuledTown
{
    public static Practice Plain { get; } = new()
    {
        Ground = Ground.Preference,
        Shaping = 0,
        TalkRounds = 0,
        Duty = 1,
        Latitude = 0,
        SeatsReplacedBelow = false,
        Links = new LinkPractice { Kind = LinkKind.Single },
    };

    private readonly List<Served> _served = [];

    public RuledTown(RulePractice rule, Point statusQuo, Point text, params Point[][] circles)
        : this(Plain with { Rule = rule with { Latitude = false, Amendable = false } }, statusQuo, text, circles)
    {
    }

    public RuledTown(Practice practice, Point statusQuo, Point text, params Point[][] circles)
    {
        var all = new List<TestCircle>
        {
            new("r", [.. Enumerable.Range(1, circles.Length).Select(number => $"c{number}")])
            {
                HowTheyDecide = practice, Now = statusQuo,
            },
        };
        for (var number = 1; number <= circles.Length; number++)
            all.Add(new TestCircle($"r/c{number}")
            {
                HowTheyDecide = practice,
                Now = statusQuo,
                People = [.. circles[number - 1].Select((stand, index) =>
                    People.Person(index, stand, .1, place: (ulong)number))],
            });
        Federation = new TestFederation(all);
        Driver = new PlainDriver(Federation.Of) { Serving = _served.Add };
        Register = Driver.Run(Federation.Register(
            new Raising(TestFederation.Proposal(1, "r/c1", text), 1)));
    }

    public TestFederation Federation { get; }
    public PlainDriver Driver { get; }
    public Register Register { get; }
    public IReadOnlyList<Served> Served => _served;

    /// <summary>Null where what held before goes on.</summary>
    public Point? Decided => Register.Settled.Single() is { Taken.Adopted: true } settled ? settled.Taken.Text : null;

    public Point Outcome => Decided ?? Fixed.Round(Federation.Of(Federation.Root).StatusQuo);

    public Taken Taken => Register.Settled.Single().Taken;

    /// <summary>The last ballot everybody was asked for.</summary>
    public Question Ballot => _served.Select(one => one.Request.Asking).OfType<Asking.Poll>()
        .Last(poll => poll.Question.Inquiry == Inquiry.Rank).Question;

    public static Point At(double coordinate) => Fixed.Round(new Point(coordinate));

    /// <summary>So many people at one point and so many at another.</summary>
    public static Point[] Of(int first, Point one, int second, Point other) =>
        [.. Enumerable.Repeat(one, first), .. Enumerable.Repeat(other, second)];

    /// <summary>Every way in which circles of one size can divide, with its probability.</summary>
    /// <param name="share">That one person is on the first side.</param>
    public static IEnumerable<(ImmutableArray<int> Sides, double Probability)> Divisions(int circles, int size, double share)
    {
        if (circles == 0) return [([], 1)];
        return Divisions(circles - 1, size, share).SelectMany(rest => Enumerable.Range(0, size + 1).Select(side =>
            (rest.Sides.Add(side), rest.Probability * Binomial(size, side) * Math.Pow(share, side)
                * Math.Pow(1 - share, size - side))));
    }

    public static double Binomial(int n, int k) =>
        Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * (n - k + i) / i);
}
