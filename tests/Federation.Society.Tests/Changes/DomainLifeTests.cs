using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using static Federation.Society.Tests.Changes.DomainTown;

namespace Federation.Society.Tests.Changes;

/// <summary>What becomes of domains and of who speaks for them, as time goes on.</summary>
public sealed class DomainLifeTests
{
    private const string Founded = "  - { circle: town/homes, dimensions: [quiet] }\n";

    private static string Delegated(int months) =>
        Change("delegate", "town/homes", "").Replace("24 months", $"{months} months", StringComparison.Ordinal);

    [Fact]
    public void A_delegated_dimension_returns_when_the_term_is_over()
    {
        var later = Homes.Replace("day: 200", "day: 400", StringComparison.Ordinal);
        var (reference, register, outcome) = Run(Delegated(6) + Homes.Replace("200", "120", StringComparison.Ordinal) + later, Founded);
        var longer = Run(Delegated(24) + later, Founded).Outcome;

        Assert.Equal(["town", "town/homes", "town"], outcome.Decisions.Select(one => one.Circle));
        Assert.Equal("town/homes", longer.Decisions[1].Circle);
        Assert.Contains(reference.Entries(At(reference, "town/homes")), entry => entry.Kind == EntryKind.DomainRestored);
        Assert.Equal([1], At(reference, "town/homes").Domain!.Dimensions.ToArray());
        Assert.Equal([1], At(reference, "town").Links[1].Domain!.Dimensions.ToArray());
        Assert.Empty(register.Docket.InForce.Where(one => one.Decision == 1));
    }

    [Fact]
    public void A_delegation_that_is_renewed_at_its_review_stays()
    {
        var later = Homes.Replace("day: 200", "day: 400", StringComparison.Ordinal);
        var (reference, _, outcome) = Run(Delegated(12) + later, Founded, "life.horizonDays=500");

        Assert.Equal("town/homes", outcome.Decisions[1].Circle);
        Assert.Contains(reference.Entries(At(reference, "town")), entry => entry is { Kind: EntryKind.Kept, Decision: 1 });
    }

    [Fact]
    public void Of_two_changes_the_later_one_outlasts_the_earlier()
    {
        var first = Delegated(6);
        var second = Change("narrow", "town/homes", ", high: { speed: 45 }").Replace("effect:", "day: 100, effect:", StringComparison.Ordinal)
            .Replace("24 months", "12 months", StringComparison.Ordinal);
        var until = Homes.Replace("day: 200", "day: 300", StringComparison.Ordinal);
        var (reference, _, outcome) = Run(first + second + until, Founded);
        var after = Run(first + second + until.Replace("300", "700", StringComparison.Ordinal), Founded);

        Assert.Equal(["adopted", "adopted"], outcome.Decisions.Take(2).Select(one => one.Outcome));
        // The narrowing is about the dimension, which stays as it left it; then both are over.
        Assert.Contains(0, At(reference, "town/homes").Domain!.Dimensions);
        Assert.Equal([1], At(after.Reference, "town/homes").Domain!.Dimensions.ToArray());
    }

    [Fact]
    public void Circles_below_the_child_have_had_their_say_before()
    {
        var (reference, _, _) = Run(Change("narrow", "town/works", ", high: { speed: 40 }"));
        var elsewhere = Run(
            Change("narrow", "town/works", ", high: { speed: 40 }"), "  - { circle: town/works/lamps, dimensions: [quiet] }\n");

        foreach (var street in (string[])["town/works/lamps", "town/works/bridges"])
            Assert.Contains(reference.Entries(At(reference, street)), entry => entry.Kind == EntryKind.Consulted);
        Assert.DoesNotContain(reference.Entries(At(reference, "town/homes")), entry => entry.Kind == EntryKind.Consulted);
        Assert.DoesNotContain(
            elsewhere.Reference.Entries(At(elsewhere.Reference, "town/works/lamps")), entry => entry.Kind == EntryKind.Consulted);
    }

    [Theory]
    [InlineData(1, Role.Delegate)]
    [InlineData(2, Role.Leader)]
    public void Somebody_a_circle_above_the_streets_removes_links_nobody_to_it_any_more(int number, Role role)
    {
        var removal = $"  - {{ title: One link less, circle: town/works, day: 30, removes: {number}, position: {{ speed: 40 }} }}\n";
        string[] settings = ["process.qualificationLeast=0.9"];
        var before = Run(Works, "", settings).Reference;
        var (reference, _, outcome) = Run(removal + Works, "", settings);

        var gone = At(before, "town/works/bridges").Seats.First(seat => seat.Role == role).Person;
        var (street, works) = (At(reference, "town/works/bridges"), At(reference, "town/works"));
        Assert.Equal("adopted", outcome.Decisions[0].Outcome);
        Assert.Equal(gone, Assert.Single(works.Removed));
        Assert.False(street.IsLink(gone));
        Assert.Equal((street.Delegate, street.Leader), (works.Links[0].Delegate?.Person, works.Links[0].Leader?.Person));
        Assert.Equal(2, new[] { street.Delegate, street.Leader }.OfType<PersonId>().Distinct().Count());
        Assert.DoesNotContain(gone, Voices.All(works, reference.World.Of(works.Id), 0).Select(voice => voice.Person));
        Assert.Contains(reference.Entries(works), entry => entry.Kind == EntryKind.MemberRemoved);
    }

    [Fact]
    public void Who_finds_a_link_person_fit_keeps_them()
    {
        const string removal = "  - { title: One link less, circle: town/works, removes: 1, position: { speed: 40 } }\n";
        var (reference, _, outcome) = Run(removal, "", "process.qualificationLeast=0.1");

        Assert.Equal("parked", outcome.Decisions[0].Outcome);
        Assert.Empty(At(reference, "town/works").Removed);
    }
}
