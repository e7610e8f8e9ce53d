using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Society.Runs;
using static Federation.Society.Tests.Changes.DomainTown;

namespace Federation.Society.Tests.Changes;

/// <summary>What becomes of texts that somebody elsewhere cannot live with, and of texts that exclude each other.</summary>
public sealed class DomainDisputeTests
{
    private static readonly string[] Narrow = ["people.toleranceLow=0.02", "people.toleranceHigh=0.1", "process.ladder=[park]"];

    private static string Touching(string circle) =>
        Works.Replace("day:", $"touches: [{circle}], day:", StringComparison.Ordinal);

    [Fact]
    public void A_neighbour_who_cannot_live_with_what_a_matter_does_to_it_moves_it_up()
    {
        var alone = Run(Works, "", Narrow).Outcome.Decisions[0];
        var calm = Run(Touching("town/homes"));
        var (reference, _, outcome) = Run(Touching("town/homes"), "", Narrow);

        Assert.Equal("town/works", alone.Circle);
        Assert.Equal("town/works", calm.Outcome.Decisions[0].Circle);
        Assert.Contains(calm.Reference.Entries(At(calm.Reference, "town/homes")), entry => entry.Kind == EntryKind.ExternalHeard);
        Assert.Equal("town", outcome.Decisions[0].Circle);
        Assert.Contains(reference.Entries(At(reference, "town/homes")), entry => entry.Kind == EntryKind.ExternalObjection);
        Assert.Contains(reference.Entries(At(reference, "town")), entry => entry.Kind == EntryKind.MovedUp);
    }

    [Fact]
    public void It_moves_no_higher_than_the_lowest_circle_that_covers_all_it_affects()
    {
        var matter = Touching("town/works/bridges").Replace("affects: town/works", "affects: town/works/lamps", StringComparison.Ordinal);
        var (reference, _, outcome) = Run(matter, "", Narrow);

        Assert.Equal("town/works", outcome.Decisions[0].Circle);
        Assert.DoesNotContain(reference.Entries(At(reference, "town/homes")), entry => entry.Decision == 1);
    }

    [Fact]
    public void An_owner_in_another_branch_hears_what_is_asked_of_its_text()
    {
        const string given = "  - { circle: town/works, dimensions: [speed], affects: town }\n";
        string[] settings = ["process.latitude=0.02", "people.toleranceLow=0.1", "people.toleranceHigh=0.35", "people.spread=0.1"];
        var runs = Enumerable.Range(1, 12).Select(seed => Run(Homes, given, [.. settings, $"seed={seed}"])).ToArray();
        var taken = runs.Where(run => run.Reference.Entries(At(run.Reference, "town")).Any(entry => entry.Kind == EntryKind.TextTaken)).ToArray();

        Assert.NotEmpty(taken);
        foreach (var (reference, _, outcome) in taken)
        {
            var (works, homes) = (At(reference, "town/works"), At(reference, "town/homes"));
            Assert.Contains(reference.Entries(works), entry => entry.Kind == EntryKind.ReviewHeard);
            Assert.DoesNotContain(reference.Entries(At(reference, "town")), entry => entry.Kind is EntryKind.ReviewHeard or EntryKind.Decided);
            Assert.True(outcome.Decisions[0].Version > 1);
            Assert.Equal(works.Agreements.Single().Text, At(reference, "town").Agreements.Single().Text);
            Assert.Equal(("town/works", works.Id), (homes.Agreements.Single().Owner.Path, homes.Agreements.Single().Owner));
        }
    }

    /// <summary>Whom no link person can tell is not heard, and a matter that does not get there is parked where it was.</summary>
    [Fact]
    public void What_a_link_loses_besides_agreements_is_told_and_changes_what_is_decided()
    {
        const string given = "  - { circle: town/works, dimensions: [speed], affects: town }\n";
        var (unheard, unrouted) = (0, 0);
        for (var seed = 1; seed <= 30; seed++)
        {
            string[] lossy = ["links.survival=0.5", $"seed={seed}"];
            var neighbour = Run(Touching("town/homes"), "", [.. Narrow, .. lossy]);
            if (Lost(neighbour, "town") && neighbour.Outcome.Decisions[0].Circle == "town/works") unheard++;
            // Works own the speed of all, so a matter of homes goes down to them.
            var routed = Run(Homes, given, lossy);
            if (Lost(routed, "town") && routed.Outcome.Decisions[0].Outcome == "parked") unrouted++;
        }

        Assert.True(unheard > 0 && unrouted > 0, $"{unheard} {unrouted}");

        static bool Lost((Reference Reference, Register Register, RunOutcome Outcome) run, string path) =>
            run.Reference.Entries(At(run.Reference, path)).Any(entry => entry is { Kind: EntryKind.NotCarriedDown, Version: 0 });
    }

    [Fact]
    public void A_contradiction_is_resolved_by_the_circle_above_both()
    {
        var own = Homes.Replace("day: 200", "day: 1", StringComparison.Ordinal);
        const string above = "  - { title: All faster, circle: town, day: 200, position: { speed: 60 } }\n";
        string[] settings = ["process.shaping=0", "process.latitude=0.1", "people.toleranceLow=0.9", "people.toleranceHigh=0.9"];
        var noted = Run(own + above, "", settings);
        var (reference, _, outcome) = Run(own + above, "", [.. settings, "reviews.contradictions=resolved"]);

        Assert.True(noted.Outcome.Decisions[1].Contradictions > 0);
        Assert.Equal(1, noted.Outcome.Decisions[1].Version);
        Assert.Contains(
            noted.Reference.Entries(At(noted.Reference, "town/homes/hill")), entry => entry.Kind == EntryKind.LimitsContradicted);
        Assert.Equal((0, 2), (outcome.Decisions[1].Contradictions, outcome.Decisions[1].Version));
        Assert.Contains(reference.Entries(At(reference, "town/homes")), entry => entry is { Kind: EntryKind.ReviewRequested, Decision: 2 });
        Assert.Contains(reference.Entries(At(reference, "town")), entry => entry.Kind == EntryKind.ReviewHeard);
        var homes = At(reference, "town/homes");
        Assert.True(homes.Agreements.Single(one => one.Decision == 1).Text.DistanceTo(
            homes.Agreements.Single(one => one.Decision == 2).Text) <= .1 + 1e-9);
    }
}
