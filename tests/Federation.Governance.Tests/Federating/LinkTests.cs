using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Members;
using Federation.Testing;

namespace Federation.Governance.Tests.Federating;

/// <summary>The double link holds over whole runs, in trees of every shape.</summary>
public class LinkTests
{
    public static TheoryData<int[], int> Shapes => new()
    {
        { [1], 3 }, { [1, 1], 3 }, { [1, 1, 1], 3 }, { [2], 3 }, { [2, 2], 3 }, { [2, 2, 2], 3 }, { [1, 4], 3 },
        { [3, 1], 3 }, { [1, 1, 1], 9 }, { [2, 2, 2], 9 }, { [3, 4], 9 }, { [8, 2], 5 }, { [1, 2, 1, 2], 9 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_seat_is_filled_by_two_people_both_sides_know(int[] fanOuts, int members)
    {
        foreach (var replaceBelow in new[] { true, false })
            for (ulong seed = 1; seed <= 6; seed++)
            {
                var driver = Run(fanOuts, members, replaceBelow, seed);
                foreach (var (id, circle) in driver.Circles)
                {
                    if (id.Parent is not { } up)
                    {
                        Assert.Null(circle.Delegate);
                        Assert.Null(circle.Leader);
                        continue;
                    }

                    var parent = driver.Circles[up];
                    var link = parent.Links[int.Parse(id.Segment[1..]) - 1];
                    Assert.NotNull(circle.Delegate);
                    Assert.NotNull(circle.Leader);
                    Assert.NotEqual(circle.Delegate, circle.Leader);
                    Assert.Equal((circle.Delegate, circle.Leader), (link.Delegate?.Person, link.Leader?.Person));
                    Assert.All(Pair(circle), person => Assert.True(LivesBelow(id, person)));
                }
            }
    }

    [Theory]
    [InlineData(new[] { 2, 2 }, 9)]
    [InlineData(new[] { 2, 2, 2 }, 9)]
    [InlineData(new[] { 1, 4 }, 8)]
    [InlineData(new[] { 3, 4 }, 9)]
    [InlineData(new[] { 8, 2 }, 5)]
    [InlineData(new[] { 1, 1, 1 }, 9)]
    [InlineData(new[] { 4, 3, 2 }, 9)]
    public void With_enough_people_nobody_links_more_than_two_adjacent_circles(int[] fanOuts, int members)
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var driver = Run(fanOuts, members, true, seed);
            var holders = driver.Circles.Values.SelectMany(Pair).ToList();
            Assert.Equal(holders.Count, holders.Distinct().Count());
        }
    }

    [Fact]
    public void Under_keepAll_a_delegate_may_climb_and_keep_every_seat()
    {
        var climbed = Enumerable.Range(1, 10).Any(seed =>
            Run([2, 2], 5, false, (ulong)seed).Circles.Values.SelectMany(Pair).GroupBy(person => person).Any(one => one.Count() > 1));
        Assert.True(climbed);
    }

    [Fact]
    public void What_travels_up_is_the_opinion_at_home()
    {
        for (ulong seed = 1; seed <= 8; seed++)
        {
            var federation = Federation([2, 2], 5, true, seed);
            var served = new Dictionary<CircleId, Served>();
            new PlainDriver(federation.Of)
            {
                Serving = one =>
                {
                    served[one.Here.Id] = one;
                    if (one.Answer.Reply is not Reply.Convened convened) return;
                    foreach (var snapshot in convened.Above)
                    {
                        var home = served.Values.Single(leaf => leaf.Here.IsLeaf && leaf.Here.IndexOf(snapshot.Person) >= 0);
                        var index = home.Here.IndexOf(snapshot.Person);
                        var now = Voices.Home(home.After, home.Here, index).Preference;
                        Assert.Equal(home.Here.Resident(index) with { Preference = now }, snapshot);
                    }

                    Assert.All(Pair(one.After), person => Assert.Contains(convened.Above, snapshot => snapshot.Person == person));
                },
            }.Run(federation.Register(Agenda(federation)));
        }
    }

    private static IEnumerable<PersonId> Pair(Circle circle) =>
        new[] { circle.Delegate, circle.Leader }.OfType<PersonId>();

    private static bool LivesBelow(CircleId circle, PersonId person) =>
        Homes.TryGetValue(person.Place, out var home) && home.IsWithin(circle);

    private static readonly Dictionary<ulong, CircleId> Homes = [];

    private static PlainDriver Run(int[] fanOuts, int members, bool replaceBelow, ulong seed)
    {
        var federation = Federation(fanOuts, members, replaceBelow, seed);
        foreach (var leaf in federation.Leaves) Homes[leaf.People[0].Person.Place] = leaf.Id;
        var driver = new PlainDriver(federation.Of);
        driver.Run(federation.Register(Agenda(federation)));
        return driver;
    }

    private static TestFederation Federation(int[] fanOuts, int members, bool replaceBelow, ulong seed) =>
        TestFederation.Tree(fanOuts, members, new Practice { SeatsReplacedBelow = replaceBelow, Shaping = .2, Keeps = .5 }, seed);

    private static IEnumerable<Raising> Agenda(TestFederation federation) =>
    [
        new(TestFederation.Proposal(1, federation.Leaves.First().Id.Path, new(.9, .2)), 1),
        new(TestFederation.Proposal(2, federation.Leaves.Last().Id.Path, new(.2, .3)), 4),
        new(TestFederation.Proposal(3, federation.Leaves.Last().Id.Path, new(.4, .9)), 9),
    ];
}
