using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Society.Cases;
using Federation.Society.Tests.Runs;
using Federation.Society.Tests.Scenarios;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Cases;

/// <summary>Every detector fires where its case is, and nowhere else.</summary>
public sealed class DetectorTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/Federation.Society.Tests/Cases");

    /// <summary>Where no one setting cures every scenario, what cures the one in the folder.</summary>
    private static readonly Dictionary<int, string[]> Cures = new()
    {
        [9] = ["federation.fanOuts=[3, 4]", "federation.levels=[country, part, region]", "agenda.1.circle=country/c1/c1"],
        [29] = ["agenda.1.affects=district/c1"],
    };

    private static readonly Lazy<FinishedRun> Healthy = new(() => Records.Of(Scenes.Shipped("cohousing")));

    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, 30)];

    /// <summary>Nothing is altered: a run fires the detector, the same run with the cure does not.</summary>
    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_case_comes_about_in_a_run_and_its_cure_takes_it_away(int number)
    {
        var sought = DegenerateCases.All[number - 1];
        var file = $"{sought.Number:00}-{sought.Slug}.yaml";
        var found = sought.Find(Records.Of(Read(file))).ToArray();
        string[] cure = sought.Cure.Settings.IsEmpty ? Cures[number] : [.. sought.Cure.Settings];

        Assert.NotEmpty(found);
        Assert.All(found, one => Assert.Equal((sought, true), (one.Case, one.What.Length > 20)));
        Assert.Empty(sought.Find(Records.Of(Read(file, cure))));
        Assert.Empty(sought.Find(Healthy.Value));
    }

    /// <summary>Records that no run leaves: an error of the program would show as a case.</summary>
    [Fact]
    public void A_circle_without_a_delegate_is_found_on_either_side_of_the_link()
    {
        var run = Records.Of(Scenes.TownWith());

        Assert.Contains(6, Records.Numbers(Records.Changed(run, "town/c2", circle => circle with
        {
            Seats = circle.Seats.RemoveAll(seat => seat.Role == Role.Delegate),
        })));
        Assert.Contains(6, Records.Numbers(Records.Changed(run, "town", circle => circle with
        {
            Links = circle.Links.SetItem(1, circle.Links[1] with { Delegates = [] }),
        })));
    }

    [Fact]
    public void One_person_with_both_links_is_found()
    {
        var run = Records.Of(Scenes.TownWith());

        var found = Records.Changed(run, "town/c2/c1", circle => circle with
        {
            Seats = [.. circle.Seats.Select(seat => seat with { Person = circle.Delegate!.Value })],
        });

        Assert.Contains(7, Records.Numbers(found));
    }

    [Fact]
    public void A_removed_member_who_held_a_link_is_found()
    {
        var run = Records.Of(Scenes.TownWith());
        var member = run.Find(new CircleId("town/c1/c1"))!.Circle.Delegate!.Value;

        var found = Records.Noted(run, "town/c1/c1", Note(EntryKind.MemberRemoved, new Speaker(Role.Resident, -1, member)));
        var other = Records.Noted(run, "town/c1/c1", Note(EntryKind.MemberRemoved, new Speaker(Role.Resident, -1, new(1, 99))));

        Assert.Contains(27, Records.Numbers(found));
        Assert.DoesNotContain(27, Records.Numbers(other));
    }

    [Fact]
    public void A_part_that_is_cut_off_and_decides_for_itself_is_found()
    {
        var run = Records.Of(Scenes.TownWith());
        var lost = Records.Noted(run, "town", Note(EntryKind.NotCarriedDown, new Speaker(Role.Leader, 0, new(1, 0))));

        var found = Records.Changed(lost, "town/c1", circle => circle with
        {
            Agreements = [.. circle.Agreements.Where(one => one.Decision == 1)
                .Select(one => one with { Decision = 9, Owner = circle.Id })],
        });

        Assert.DoesNotContain(26, Records.Numbers(lost));
        Assert.Contains(26, Records.Numbers(found));
    }

    private static Entry Note(EntryKind kind, Speaker speaker) =>
        new(kind, 1, 500, 1, 1, 0, speaker, Argument.None, null, null);

    [Fact]
    public void An_agreement_nobody_owns_is_found() => Assert.Equal([28], Records.Numbers(
        Records.Changed(Records.Of(Scenes.Shipped("endenburg-1976")), "top", circle => circle with { Agreements = [] })));

    [Fact]
    public void A_circle_nobody_above_knows_and_one_nobody_founded_are_found()
    {
        var run = Records.Of(Scenes.TownWith());

        Assert.Contains(10, Records.Numbers(Records.Changed(run, "town/c1", _ => null)));
        Assert.Contains(10, Records.Numbers(Records.Changed(run, "town/c3/c3", _ => null)));
    }

    /// <summary>What ships is meant to be healthy: a case found here is a fault, of it or of a detector.</summary>
    [Theory]
    [InlineData("cohousing")]
    [InlineData("endenburg-1976")]
    [InlineData("country")]
    public void A_shipped_scenario_shows_none(string name) =>
        Assert.Empty(DegenerateCases.In(Records.Of(Scenes.Shipped(name))).Select(found => $"{found.Case.Name}: {found.What}"));

    [Fact]
    public void The_guide_is_what_the_catalogue_says() => Repository.MustBe("docs/guide/cases.md", CasesGuide.Text());

    [Fact]
    public void Every_case_has_its_own_number_and_name()
    {
        var cases = DegenerateCases.All;

        Assert.Equal(cases.Length, cases.Select(one => one.Slug).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 30), cases.Select(one => one.Number));
    }

    private static Society.Scenarios.Scenario Read(string file, params string[] settings) =>
        ScenarioReader.Read(Path.Combine(Folder, file), settings);
}
