using Federation.Governance.Logbooks;
using Federation.Society.People;
using Federation.Storage.Scenarios;
using static Federation.Society.Tests.Changes.DomainTown;

namespace Federation.Society.Tests.Changes;

/// <summary>Who decides what, and what changes when that does: each runs with and without one thing.</summary>
public sealed class DomainTests
{
    [Fact]
    public void A_narrowed_domain_sends_up_what_was_decided_below_before()
    {
        var before = Run(Works).Outcome.Decisions[0];
        var (reference, _, after) = Run(Change("narrow", "town/works", ", high: { speed: 40 }") + Works);

        Assert.Equal(("town/works", "adopted"), (before.Circle, before.Outcome));
        Assert.Equal(["adopted", "adopted"], after.Decisions.Select(one => one.Outcome));
        Assert.Equal("town", after.Decisions[1].Circle);
        var works = At(reference, "town/works");
        Assert.InRange(works.Domain!.Bounds.High[0], .3, .7);
        Assert.True(works.Domain.Same(At(reference, "town").Links[0].Domain!));
        Assert.Contains(reference.Entries(works), entry => entry.Kind == EntryKind.Consulted);
        Assert.Contains(reference.Entries(works), entry => entry.Kind == EntryKind.DomainNarrowed);
        // Nobody below owns what the circle above does not.
        Assert.Equal(works.Domain.Bounds.High, At(reference, "town/works/lamps").Domain!.Bounds.High);
    }

    [Fact]
    public void A_delegated_dimension_is_decided_by_the_child_from_then_on()
    {
        const string founded = "  - { circle: town/homes, dimensions: [quiet] }\n";
        var before = Run(Homes, founded).Outcome.Decisions[0];
        var after = Run(Change("delegate", "town/homes", "") + Homes, founded).Outcome;

        Assert.Equal("town", before.Circle);
        Assert.Equal(("adopted", "town/homes"), (after.Decisions[0].Outcome, after.Decisions[1].Circle));
    }

    [Theory]
    [InlineData("return")]
    [InlineData("dissolve")]
    public void What_a_child_gives_back_is_the_parents_with_the_agreements_on_it(string operation)
    {
        var own = Homes.Replace("day: 200", "day: 1", StringComparison.Ordinal);
        var change = Change(operation, "town/homes", "").Replace("effect:", "day: 120, effect:", StringComparison.Ordinal);
        var (reference, _, outcome) = Run(own + change + Homes);

        Assert.Equal(["town/homes", "town", "town"], outcome.Decisions.Select(one => one.Circle));
        Assert.Equal("adopted", outcome.Decisions[1].Outcome);
        Assert.Equal("town", At(reference, "town/homes").Agreements.Single(one => one.Decision == 1).Owner.Path);
        Assert.Equal("town", At(reference, "town").Agreements.Single(one => one.Decision == 1).Owner.Path);
        // Its people stay represented.
        Assert.NotNull(At(reference, "town").Links[1].Delegate);
    }

    [Fact]
    public void A_matter_goes_down_to_the_lowest_circle_that_covers_all_it_affects()
    {
        var matter = Homes.Replace("town/homes/hill", "town/works/lamps", StringComparison.Ordinal)
            .Replace("affects: town/homes", "affects: town/homes/dale", StringComparison.Ordinal);
        var (reference, _, outcome) = Run(matter);

        Assert.Equal("town/homes/dale", outcome.Decisions[0].Circle);
        Assert.Contains(reference.Entries(At(reference, "town")), entry => entry.Kind == EntryKind.Routed);
        Assert.Contains(reference.Entries(At(reference, "town/homes")), entry => entry.Kind == EntryKind.Routed);
    }

    [Fact]
    public void A_matter_goes_sideways_to_the_branch_that_was_given_its_dimension()
    {
        const string given = "  - { circle: town/works, dimensions: [speed], affects: town }\n";
        var before = Run(Homes).Outcome.Decisions[0];
        var (reference, _, after) = Run(Homes, given);

        Assert.Equal("town/homes", before.Circle);
        Assert.Equal(("town/works", "adopted"), (after.Decisions[0].Circle, after.Decisions[0].Outcome));
        Assert.Contains(reference.Entries(At(reference, "town/homes")), entry => entry.Kind == EntryKind.Forwarded);
        Assert.Equal("town/works", At(reference, "town/homes/dale").Agreements.Single().Owner.Path);
        Assert.Equal(6, after.Decisions[0].CirclesAsked);
    }

    [Fact]
    public void Two_circles_with_one_domain_are_found_and_the_circle_above_both_decides()
    {
        const string given = """
              - { circle: town/works, dimensions: [speed], affects: town }
              - { circle: town/homes, dimensions: [speed], affects: town }

            """;
        var (reference, _, outcome) = Run(Homes, given);

        Assert.Equal(("town", "claim"), (outcome.Decisions[0].Circle, outcome.Decisions[0].Finding));
        Assert.Contains(reference.Entries(At(reference, "town")), entry => entry.Kind == EntryKind.ClaimFound);
        Assert.Contains("both claim 'speed'", Assert.Single(
            DomainFindings.Of(reference.World.Scenario, reference.World.Plan)));
        Assert.Equal("", Run(Homes, given.Split('\n')[0] + "\n").Outcome.Decisions[0].Finding);
    }

    /// <summary>Until the circle above both gives the domain to one of them, it decides each such matter itself.</summary>
    [Fact]
    public void A_claim_is_settled_for_good_on_the_agenda_of_the_circle_above_both()
    {
        const string given = "  - { circle: town/works, dimensions: [speed], affects: town }\n"
            + "  - { circle: town/homes, dimensions: [speed], affects: town }\n";
        var settled = Change("delegate", "town/homes", ", dimensions: [speed]")
            .Replace("effect:", "day: 250, effect:", StringComparison.Ordinal);
        var (reference, _, outcome) = Run(
            Homes + settled + Homes.Replace("day: 200", "day: 800", StringComparison.Ordinal), given);

        Assert.Equal(["town", "town", "town/homes"], outcome.Decisions.Select(one => one.Circle));
        Assert.Equal(["claim", "", ""], outcome.Decisions.Select(one => one.Finding));
        Assert.Equal("adopted", outcome.Decisions[1].Outcome);
        Assert.DoesNotContain(0, At(reference, "town/works").Domain!.Dimensions);
        Assert.Contains(reference.Entries(At(reference, "town/works")), entry => entry.Kind == EntryKind.Consulted);
    }

    /// <summary>Nobody speaks for the child in the circle above, so nothing is changed over its head.</summary>
    [Fact]
    public void Without_both_links_of_the_child_its_domain_stays()
    {
        var (kept, changed) = (0, 0);
        for (var seed = 1; seed <= 30; seed++)
        {
            var (reference, _, outcome) = Run(
                Change("narrow", "town/homes", ", high: { speed: 40 }"), "", "selection.refusal=0.85", $"seed={seed}");
            var link = At(reference, "town").Links[1];
            if (link.Leader is not null && link.Delegate is not null)
            {
                if (outcome.Decisions[0].Outcome == "adopted") changed++;
                continue;
            }

            Assert.Equal("parked", outcome.Decisions[0].Outcome);
            Assert.Null(link.Domain);
            if (!At(reference, "town").Links[0].Delegates.IsEmpty) kept++;
        }

        Assert.True(kept > 3 && changed > 3, $"{kept} {changed}");
    }

    [Fact]
    public void A_matter_in_nobodys_domain_is_found_and_the_root_takes_it_up()
    {
        const string given = "  - { circle: town, dimensions: [quiet] }\n";
        var (reference, _, outcome) = Run(Homes, given);

        Assert.Equal(("town", "gap"), (outcome.Decisions[0].Circle, outcome.Decisions[0].Finding));
        Assert.Contains(0, At(reference, "town").Domain!.Dimensions);
        Assert.Contains("'speed' is in nobody's domain", Assert.Single(
            DomainFindings.Of(reference.World.Scenario, reference.World.Plan)));
    }

    [Fact]
    public void More_than_the_circle_above_has_to_give_is_found_before_the_run()
    {
        const string given = """
              - { level: quarter, dimensions: [quiet] }
              - { circle: town/homes/dale, dimensions: [speed] }

            """;
        var (reference, _, _) = Run(Homes, given);

        Assert.Equal("town/homes/dale was given more than town/homes has to give", Assert.Single(
            DomainFindings.Of(reference.World.Scenario, reference.World.Plan)));
    }

    [Fact]
    public void A_policy_below_that_a_later_text_contradicts_is_found()
    {
        var own = Homes.Replace("day: 200", "day: 1", StringComparison.Ordinal);
        const string above = "  - { title: All faster, circle: town, day: 200, position: { speed: 60 } }\n";
        string[] settings = ["process.shaping=0", "process.latitude=0.1", "people.toleranceLow=0.9", "people.toleranceHigh=0.9"];
        var (reference, _, outcome) = Run(own + above, "", settings);

        Assert.True(outcome.Decisions[1].Contradictions > 0);
        Assert.Contains(reference.Entries(At(reference, "town/homes")), entry => entry.Kind == EntryKind.PolicyContradicted);
        var agreeing = above.Replace("60", "30", StringComparison.Ordinal);
        Assert.Equal(0, Run(own + agreeing, "", settings).Outcome.Decisions[1].Contradictions);
    }

    [Theory]
    [InlineData("    domain: { operation: narrow, circle: town/homes, high: { speed: 40 } }", "belong together")]
    [InlineData("    effect: changesDomain", "belong together")]
    [InlineData("    effect: changesDomain\n    domain: { circle: town, high: { speed: 40 } }", "has no parent")]
    [InlineData("    effect: changesDomain\n    domain: { circle: town/homes }", "narrows nothing")]
    [InlineData("    effect: changesDomain\n    domain: { circle: town/homes, high: { speed: 25 } }", "lies outside the bounds")]
    [InlineData("    effect: changesDomain\n    affects: town\n    domain: { circle: town/homes, high: { speed: 45 } }", "follows from")]
    [InlineData("    effect: changesDomain\n    domain: { circle: town/house, high: { speed: 45 } }", "no circle 'town/house'")]
    public void A_change_of_a_domain_that_means_nothing_is_refused(string keys, string reason)
    {
        var error = Assert.Throws<ScenarioException>(() => Run(
            $"  - title: Domain\n    circle: town\n    position: {{ speed: 30 }}\n{keys}\n"));
        Assert.Contains(error.Errors, one => one.Reason.Contains(reason, StringComparison.Ordinal));
    }
}
