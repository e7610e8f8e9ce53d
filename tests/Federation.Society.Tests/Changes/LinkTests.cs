using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Society.Runs;
using Federation.Society.Tests.Scenarios;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Changes;

/// <summary>Every kind of link and every mandate has a town in which it changes the outcome.</summary>
/// <remarks>The town of links.yaml: 13 circles decide on the same text on day 1 and, still further, on day 500.</remarks>
public sealed class LinkTests
{
    private static readonly string Town =
        File.ReadAllText(Path.Combine(Repository.Root, "tests/Federation.Society.Tests/Changes/links.yaml"));

    private static readonly (Reference Run, RunOutcome Outcome) Usual = Ran();

    internal static (Reference Run, RunOutcome Outcome) Ran(params string[] settings)
    {
        var reference = new Reference(Worlds.Open(ScenarioReader.Parse(Town, "links.yaml", settings)));
        return (reference, Outcomes.Of(reference.World, reference.Run()));
    }

    internal static List<Entry> Told(Reference run, EntryKind kind) =>
        [.. run.Circles.Values.SelectMany(run.Entries).Where(entry => entry.Kind == kind)];

    private static double Apart(RunOutcome one, RunOutcome other, int decision) =>
        one.Decisions[decision].Decided.DistanceTo(other.Decisions[decision].Decided);

    private static List<PersonId> LinksOf(Circle circle) =>
        [.. circle.Delegates.Concat(circle.Leader is { } leader ? [leader] : [])];

    [Theory]
    [InlineData("single", 1, 1)]
    [InlineData("double", 1, 2)]
    [InlineData("double", 2, 3)]
    [InlineData("directional", 5, 6)]
    public void A_link_has_the_people_agreed_on_and_both_circles_know_them(string kind, int delegates, int people)
    {
        var (run, _) = Ran($"links.kind={kind}", $"links.delegates={delegates}");

        foreach (var circle in run.Circles.Values.Where(circle => circle.Id.Parent is not null))
        {
            var link = run.Circles[circle.Id.Parent!.Value].Links[int.Parse(circle.Id.Segment[1..]) - 1];
            Assert.Equal(people, LinksOf(circle).Distinct().Count());
            Assert.Equal(circle.Delegates, link.Delegates.Select(elected => elected.Person));
            Assert.Equal(circle.Leader, link.Leader?.Person);
        }

        Assert.Equal(people * 3, Voices.All(run.Circles[new CircleId("town")], run.World.Of(new CircleId("town")), 0).Length);
        Assert.Empty(Told(run, EntryKind.LinkIncomplete));
    }

    [Fact]
    public void With_one_person_a_link_fewer_objections_reach_the_circles_above() =>
        Assert.True(Ran("links.kind=single").Outcome.Decisions[0].Objections < Usual.Outcome.Decisions[0].Objections);

    [Fact]
    public void Five_delegates_bring_more_objections_up_and_a_text_fewer_people_cannot_live_with()
    {
        var five = Ran("links.delegates=5").Outcome.Decisions[0];

        Assert.True(five.Objections > Usual.Outcome.Decisions[0].Objections);
        Assert.True(five.OutsideTolerance < Usual.Outcome.Decisions[0].OutsideTolerance);
    }

    /// <summary>A link that keeps half of a wish for change leaves the text nearer to what holds now.</summary>
    [Fact]
    public void Where_reports_fade_less_changes()
    {
        var faded = Ran("links.fidelity=0.5").Outcome.Decisions[0];

        Assert.True(faded.Decided.DistanceTo(Usual.Run.World.StatusQuo)
            < Usual.Outcome.Decisions[0].Decided.DistanceTo(Usual.Run.World.StatusQuo) - .05);
    }

    [Fact]
    public void Reports_with_errors_end_in_another_text() =>
        Assert.True(Apart(Ran("process.reportNoise=0.2").Outcome, Usual.Outcome, 0) > .02);

    [Fact]
    public void A_mandate_that_loosens_changes_what_is_decided_late_more_than_what_is_decided_early()
    {
        var loose = Ran("links.drift=1").Outcome;

        Assert.True(Apart(loose, Usual.Outcome, 1) > 3 * Apart(loose, Usual.Outcome, 0));
    }

    [Fact]
    public void Imperative_mandates_stop_the_town_and_the_logbooks_say_where_there_was_none()
    {
        var (run, outcome) = Ran("links.mandate=imperative");

        Assert.Equal("adopted", Usual.Outcome.Decisions[0].Outcome);
        Assert.Equal("parked", outcome.Decisions[0].Outcome);
        Assert.NotEmpty(Told(run, EntryKind.MandateEmpty));
    }

    [Fact]
    public void A_delegate_far_from_the_circle_is_recalled_and_another_elected()
    {
        var (run, outcome) = Ran("links.recallDistance=0.05");

        var recalled = Told(run, EntryKind.DelegateRecalled);
        Assert.NotEmpty(recalled);
        Assert.True(Told(run, EntryKind.DelegateElected).Count(entry => entry.Cycle > 0) >= recalled.Count);
        Assert.NotEqual(Usual.Outcome.Decisions[1].Decided, outcome.Decisions[1].Decided);
        Assert.Empty(Told(run, EntryKind.LinkIncomplete));
    }

    [Fact]
    public void Keeping_all_seats_lets_one_person_speak_on_three_levels_and_ends_in_another_text()
    {
        var (run, outcome) = Ran("process.seatRule=keepAll");

        Assert.Contains(run.Circles.Values.SelectMany(LinksOf).GroupBy(person => person), held => held.Count() > 1);
        Assert.DoesNotContain(Usual.Run.Circles.Values.SelectMany(LinksOf).GroupBy(person => person), held => held.Count() > 1);
        Assert.NotEqual(Usual.Outcome.Decisions[0].Decided, outcome.Decisions[0].Decided);
    }

    [Fact]
    public void What_a_link_loses_on_the_way_down_is_counted_and_told_and_harms_people()
    {
        var (run, outcome) = Ran("links.survival=0.7");
        var lost = outcome.Decisions[1];

        Assert.True(lost.CirclesUnreached > 0);
        Assert.Equal(Usual.Outcome.Decisions[1].CirclesAsked, lost.CirclesAsked + lost.CirclesUnreached);
        Assert.True(lost.HarmMean > Usual.Outcome.Decisions[1].HarmMean);
        Assert.NotEmpty(Told(run, EntryKind.NotCarriedDown));
    }

    /// <summary>The same people are away; two who carry both ways bring up what one who carries one way does not.</summary>
    [Fact]
    public void A_directional_link_loses_what_a_double_one_carries()
    {
        var redundant = Ran("links.survival=0.7").Outcome.Decisions[0];
        var (run, outcome) = Ran("links.survival=0.7", "links.kind=directional");

        Assert.Equal("adopted", redundant.Outcome);
        Assert.Equal(("parked", "town/c1/c1"), (outcome.Decisions[0].Outcome, outcome.Decisions[0].Circle));
        Assert.Contains(Told(run, EntryKind.NotCarriedUp), entry => entry.Decision == 1);
    }

    [Fact]
    public void A_common_cause_takes_both_people_of_a_link_at_once()
    {
        var (apart, together) = (Ran("links.survival=0.7").Outcome, Ran("links.survival=0.7", "links.commonCause=1").Outcome);

        Assert.Equal(("adopted", "parked"), (apart.Decisions[1].Outcome, together.Decisions[1].Outcome));
    }

    /// <summary>Whole runs of a chain of circles: how often a matter gets up to the root, and down again.</summary>
    [Theory]
    [InlineData("double", 0, .8281, .8281)]
    [InlineData("single", 0, .49, .49)]
    [InlineData("directional", 0, .49, .2401)]
    [InlineData("double", 1, .49, .49)]
    public void Matters_get_through_as_often_as_the_law_of_links_says(string kind, int common, double up, double upAndDown)
    {
        const int Runs = 400;
        var (rose, reached) = (0, 0);
        for (var seed = 1; seed <= Runs; seed++)
        {
            var decided = Ran(
                $"seed={seed}", "federation={kind: tree, fanOuts: [1, 1], levels: [a, b, c], members: 9}",
                "agenda=[{title: T, circle: a/c1/c1, effect: informs, position: {speed: 45}}]",
                $"links.kind={kind}", "links.survival=0.7", $"links.commonCause={common}").Outcome.Decisions[0];
            if (decided.Circle == "a") rose++;
            if (decided.Circle == "a" && decided.CirclesUnreached == 0) reached++;
        }

        Assert.InRange((double)rose / Runs, up - Errors(up), up + Errors(up));
        Assert.InRange((double)reached / Runs, upAndDown - Errors(upAndDown), upAndDown + Errors(upAndDown));

        static double Errors(double p) => 4 * Math.Sqrt(p * (1 - p) / Runs);
    }
}
