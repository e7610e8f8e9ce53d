using Federation.Governance.Chance;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;
using Federation.Testing;

namespace Federation.Governance.Tests.Linking;

/// <summary>A member is removed by an ordinary decision in which they alone have no consent right.</summary>
public class RemovalTests
{
    private static readonly ulong Place = Keys.Of("r/c1");

    [Fact]
    public void Whoever_is_removed_has_no_consent_right_and_sits_in_no_later_meeting()
    {
        // Only person 0 finds themselves fit.
        var driver = Run(unfit: -1, removes: 1, (by, of) => of.Index != 0 || by.Index == 0 ? .9 : .1);

        var street = driver.Circles[new CircleId("r/c1")];
        Assert.Equal(new PersonId(Place, 0), Assert.Single(street.Removed));
        Assert.Contains(street.Logbook.Open, entry => entry.Kind == EntryKind.MemberRemoved);
        Assert.DoesNotContain(
            Voices.All(street, Federation(Whoever).Of(street.Id), 0), voice => voice.Person.Index == 0 && voice.Person.Place == Place);
    }

    [Fact]
    public void One_other_member_who_finds_them_fit_keeps_them()
    {
        var driver = Run(unfit: -1, removes: 1, (by, of) => of.Index != 0 || by.Index == 2 ? .9 : .1);

        var street = driver.Circles[new CircleId("r/c1")];
        Assert.Empty(street.Removed);
        Assert.Equal(1, street.Logbook.Open.Single(entry => entry.Kind == EntryKind.MemberKept).Round);
    }

    [Theory]
    [InlineData(Role.Delegate)]
    [InlineData(Role.Leader)]
    public void Seats_a_removed_member_held_are_filled_again_and_the_parent_knows(Role role)
    {
        var before = Run(unfit: -1, removes: 0, Whoever).Circles[new CircleId("r/c1")];
        var held = before.Seats.Single(seat => seat.Role == role).Person;

        // Views of fitness as a member decide; the elections of the founding are not touched.
        var driver = Run(unfit: held.Index, removes: held.Index + 1, Whoever);

        var (street, link) = (driver.Circles[new CircleId("r/c1")], driver.Circles[new CircleId("r")].Links[0]);
        Assert.Equal(held, Assert.Single(street.Removed));
        Assert.False(street.IsLink(held));
        Assert.Equal(2, street.Seats.Where(seat => seat.Role is Role.Delegate or Role.Leader).Select(seat => seat.Person).Distinct().Count());
        Assert.Equal((street.Delegate, street.Leader), (link.Delegate?.Person, link.Leader?.Person));
    }

    private static double Whoever(PersonId by, PersonId of) => .4 + (.1 * ((of.Index * 7) + by.Index) % 5);

    private static PlainDriver Run(int unfit, int removes, Func<PersonId, PersonId, double> thinks)
    {
        var federation = Federation(thinks, unfit);
        var driver = new PlainDriver(federation.Of);
        var text = new Point(.6, .6);
        driver.Run(federation.Register(
            new Raising(TestFederation.Proposal(1, "r/c1", text) with { Removes = removes }, 1),
            new Raising(TestFederation.Proposal(2, "r/c2", text), 40),
            new Raising(TestFederation.Proposal(3, "r/c2", text), 80)));
        return driver;
    }

    private static TestFederation Federation(Func<PersonId, PersonId, double> thinks, int unfit = -1) => new(
        new TestCircle("r", "c1", "c2"), Street("r/c1", thinks, unfit), Street("r/c2", Whoever, -1));

    private static TestCircle Street(string path, Func<PersonId, PersonId, double> thinks, int unfit) => new(path)
    {
        HowTheyDecide = new Practice(),
        Thinks = thinks,
        Unfit = unfit,
        People = [.. Enumerable.Range(0, 6).Select(index => People.Person(
            index, new Point(.5, .5), .4, .5, Keys.Of(path), .5))],
    };
}
