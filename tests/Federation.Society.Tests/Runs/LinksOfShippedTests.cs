using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Members;
using Federation.Society.People;
using Federation.Testing;

namespace Federation.Society.Tests.Runs;

/// <summary>The double link, over whole runs of the scenarios that come with the program.</summary>
public sealed class LinksOfShippedTests
{
    [Theory]
    [InlineData("cohousing", "replaceBelow")]
    [InlineData("cohousing", "keepAll")]
    [InlineData("endenburg-1976", "replaceBelow")]
    [InlineData("endenburg-1976", "keepAll")]
    [InlineData("country", "replaceBelow")]
    [InlineData("country", "keepAll")]
    public void Two_people_link_every_circle_and_both_sides_know_them(string name, string seatRule)
    {
        var world = Scenes.Shipped(name, $"process.seatRule={seatRule}");
        var served = new Dictionary<CircleId, Circle>();
        var driver = new PlainDriver(world.Of) { Serving = one => CheckSnapshots(world, one, served) };

        driver.Run(world.OpenRegister());

        Assert.Equal(world.Plan.Circles, driver.Circles.Count);
        var holders = new List<PersonId>();
        foreach (var (id, circle) in driver.Circles)
        {
            if (id.Parent is not { } up) continue;
            var link = driver.Circles[up].Links[world.Plan.Find(up).Children.IndexOf(id)];
            Assert.NotNull(circle.Delegate);
            Assert.NotNull(circle.Leader);
            Assert.NotEqual(circle.Delegate, circle.Leader);
            Assert.Equal((circle.Delegate, circle.Leader), (link.Delegate?.Person, link.Leader?.Person));
            Assert.Equal(circle.Seal, link.Seal);
            holders.AddRange([circle.Delegate.Value, circle.Leader.Value]);
        }

        if (seatRule == "replaceBelow") Assert.Equal(holders.Count, holders.Distinct().Count());
    }

    /// <summary>What a circle sends up of a person is what the home circle knew when it convened.</summary>
    private static void CheckSnapshots(World world, Served one, Dictionary<CircleId, Circle> homes)
    {
        if (one.Answer.Reply is not Reply.Convened convened) return;
        if (one.Here.IsLeaf) homes[one.Here.Id] = one.After;
        foreach (var snapshot in convened.Above)
        {
            var home = homes.First(leaf => leaf.Key.IsWithin(one.Here.Id)
                && world.Plan.Find(leaf.Key) is var planned && planned.PeoplePlace.Key == snapshot.Person.Place
                && snapshot.Person.Index - planned.FirstPerson is var number && number >= 0 && number < planned.People);
            var here = world.Of(home.Key);
            var index = here.IndexOf(snapshot.Person);
            var now = Voices.Home(home.Value, here, index).Preference;
            Assert.Equal(here.Resident(index) with { Preference = now }, snapshot);
        }
    }
}
