using Federation.Cli.Engine;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Society.Places;
using Federation.Society.Runs;
using Federation.Storage.Records;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Tests;

public sealed class RunReadingTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private RunDirectory Finished(string scenario)
    {
        var world = Worlds.Open(ScenarioCatalogue.Load(scenario));
        var outcome = Outcomes.Of(world, ReplayedRecord.Of(world).Register);
        using (var directory = RunDirectory.Create(_folder.In("run"), resume: false))
        {
            directory.WriteSeals(outcome.Seals);
            directory.Write(RunRecord.Begin(world.Scenario, DateTimeOffset.UnixEpoch) with
            {
                State = "finished", Seal = outcome.Seal,
            });
        }

        return RunDirectory.Open(_folder.In("run"));
    }

    [Fact]
    public async Task A_leafs_people_are_shown_with_the_circles_they_sit_in()
    {
        var shown = await RunReading.Show(new ShowRequest("full/coordinating/land", Finished("cohousing")), default);

        Assert.Equal("care for plants, animals and land", shown.Aim);
        Assert.Equal(
            Enumerable.Range(1, 7).Select(i => $"person {i} of Plants, animals and land circle"),
            shown.Members.Select(member => member.Id));
        foreach (var role in (string[])["leader", "delegate", "facilitator", "secretary"])
            Assert.Single(shown.Members, member => member.Role.Split(", ").Contains(role));
        Assert.All(shown.Members, member => Assert.Equal(
            member.Role.Split(", ")[0] is "leader" or "delegate", member.Links.Contains("full/coordinating")));
    }

    [Fact]
    public async Task Whoever_has_a_name_is_shown_by_it()
    {
        var shown = await RunReading.Show(
            new ShowRequest("top/general/shipyard", Finished("endenburg-1976")), default);

        Assert.Contains(shown.Members, member => member.Id == "Jan de Groot of Shipyard fitters' circle");
        Assert.Contains(shown.Members, member => member.Id == "person 2 of Shipyard fitters' circle");
    }

    [Fact]
    public async Task A_circle_above_shows_the_links_of_its_children_and_what_it_agreed()
    {
        var shown = await RunReading.Show(new ShowRequest("full/coordinating", Finished("cohousing")), default);

        Assert.Equal(("full", 4), (shown.Parent, shown.Children.Length));
        foreach (var child in shown.Children)
            foreach (var role in (string[])["delegate", "leader"])
                Assert.Single(
                    shown.Members, member => member.Role.Split(", ")[0] == role && member.Links.Contains(child));
        Assert.Contains("common house temperature from 15 °C to 23 °C", shown.Domain, StringComparison.Ordinal);
        Assert.Contains("up to 1.2 °C or 2.4 h/month", shown.Domain, StringComparison.Ordinal);
        Assert.NotEmpty(shown.Agreements);
        Assert.All(shown.Agreements, agreement => Assert.True(agreement.Review < agreement.InForceUntil));
    }

    [Fact]
    public async Task A_circle_the_plan_lacks_is_told_with_those_it_has()
    {
        var refused = await Assert.ThrowsAsync<UnknownCircleException>(
            () => RunReading.Show(new ShowRequest("full/nobody", Finished("cohousing")), default));

        Assert.Contains("coordinating", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cohousing")]
    [InlineData("endenburg-1976")]
    [InlineData("country")]
    public void Minutes_come_in_order_and_lose_nothing(string scenario)
    {
        var world = Worlds.Open(ScenarioCatalogue.Load(scenario));
        var record = ReplayedRecord.Of(world);

        var lines = RunReading.Events(record.All(), world).ToArray();

        Assert.Equal(record.All().Sum(circle => circle.Entries.Count), lines.Length);
        Assert.Equal(lines.OrderBy(line => line.Cycle).ThenBy(line => line.Day), lines);
        foreach (var decision in lines.Where(line => line.Decision > 0).GroupBy(line => line.Decision))
        {
            var all = decision.ToList();
            var proposed = all.FindIndex(line => line.Kind == "proposed");
            Assert.True(proposed > all.FindLastIndex(line => line.Kind == "forwarded"));
            Assert.True(all.FindIndex(line => line.Kind is "carried" or "adapted" or "unresolved")
                > all.FindIndex(line => line.Kind == "decided"));
        }
    }

    [Theory]
    [InlineData("cohousing")]
    [InlineData("country")]
    public void Harm_in_the_table_of_circles_adds_up_to_the_decisions(string scenario)
    {
        var world = Worlds.Open(ScenarioCatalogue.Load(scenario));
        var record = ReplayedRecord.Of(world);
        var outcome = Outcomes.Of(world, record.Register);

        var rows = RunReading.CircleRows([.. record.All()], world).ToArray();

        Assert.Equal(record.Circles.Count * world.Scenario.Agenda.Length, rows.Length);
        foreach (var decision in outcome.Decisions)
        {
            var own = rows.Where(row => row.Decision == decision.Id && row.People > 0).ToArray();
            var reached = own.Where(row => row.Standing != "not asked").ToArray();
            if (reached.Length > 0) own = reached;
            Assert.Equal(decision.HarmMean, own.Sum(row => row.Harm * row.People) / own.Sum(row => row.People), 9);
            Assert.Equal(
                (decision.CirclesCarried, decision.CirclesAdapted, decision.CirclesUnresolved),
                (Count("carried"), Count("adapted"), Count("unresolved")));

            long Count(string standing) =>
                rows.Count(row => row.Decision == decision.Id && row.Standing == standing);
        }
    }

    [Fact]
    public async Task Verifying_a_run_without_a_store_runs_it_again()
    {
        var directory = Finished("cohousing");

        var verified = await RunChecking.Verify(new VerifyRequest(directory), default);

        Assert.Equal(("replayed", directory.Read().Seal), (verified.How, verified.Seal));
        Assert.Null(verified.FirstBreak);
    }

    [Fact]
    public async Task Seals_that_are_gone_or_changed_are_no_proof()
    {
        var directory = Finished("cohousing");
        directory.Write(directory.Read() with { Seal = new string('0', 64) });
        var other = await RunChecking.Verify(new VerifyRequest(directory), default);
        File.Delete(directory.SealsFile);
        var gone = await RunChecking.Verify(new VerifyRequest(directory), default);
        await File.WriteAllTextAsync(directory.SealsFile, "{\"seal\": \"x\"}\n");

        Assert.Contains("different seals", other.FirstBreak!.Why, StringComparison.Ordinal);
        Assert.Contains("are gone", gone.FirstBreak!.Why, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NotVerifiable, (await Assert.ThrowsAsync<CommandFailure>(
            () => RunChecking.Verify(new VerifyRequest(directory), default))).Exit);
    }
}
