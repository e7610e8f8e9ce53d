using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Society.Scenarios;
using Federation.Storage.Records;
using Federation.Storage.Scenarios;
using Federation.Storage.Sql;
using Federation.Storage.Tests.Sql;
using Federation.Storage.Verifying;
using Federation.Testing.Postgres;

namespace Federation.Storage.Tests.Verifying;

/// <summary>What is found of a run too large to be run again unasked, and what --deep finds beyond it; on both
/// stores.</summary>
/// <remarks>A small run stands for a large one: both limits are set below its size.</remarks>
[Collection("postgres")]
public sealed class DepthTests(SharedServer server) : IDisposable
{
    private static readonly Depth TooLarge = new(0, 0);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Only_deep_names_what_an_entry_said() => await NamesTheEntry(_folder.Store());

    [PostgresFact]
    public async Task Only_deep_names_what_an_entry_said_on_PostgreSQL() =>
        await NamesTheEntry(await server.NewDatabase());

    [Fact]
    public async Task Only_deep_finds_an_old_answer_of_the_register() => await FindsTheAnswer(_folder.Store());

    [PostgresFact]
    public async Task Only_deep_finds_an_old_answer_of_the_register_on_PostgreSQL() =>
        await FindsTheAnswer(await server.NewDatabase());

    [Fact]
    public async Task Only_deep_finds_who_hid_a_change_below_seals_made_to_fit() => await FindsTheForger(_folder.Store());

    [PostgresFact]
    public async Task Only_deep_finds_who_hid_a_change_below_seals_made_to_fit_on_PostgreSQL() =>
        await FindsTheForger(await server.NewDatabase());

    [Fact]
    public async Task The_usual_depth_is_by_circles_planned()
    {
        var run = await RecordedRun.Of(ScenarioCatalogue.Load("cohousing"), _folder.Store());
        var circles = run.Exported.World.Plan.Circles;

        Assert.True((await run.Verify(new Depth(circles, circles))).AnswersCompared);
        Assert.False((await run.Verify(new Depth(circles, circles - 1))).AnswersCompared);
    }

    private static async Task NamesTheEntry(StoreAddress store)
    {
        var run = await RecordedRun.Of(Busy(), store);
        var path = run.Paged.Id.Path;
        var payload = await run.Get("page-0", $"{RecordedRun.Key}/{path}");
        var entries = LogbookPage.Decode(payload).Entries;
        payload[8 + entries.Take(3).Sum(entry => entry.Encode().Length) + 8] ^= 1;
        await run.Put("page-0", $"{RecordedRun.Key}/{path}", payload);

        var (shallow, deep) = await Both(run);

        Assert.Equal((path, -1), (shallow!.Circle, shallow.Entry));
        Assert.Contains("logbook", shallow.Why);
        Assert.DoesNotContain("it was:", shallow.Why);
        Assert.Equal((path, 3), (deep!.Circle, deep.Entry));
        Assert.Contains("it was: \"", deep.Why);
    }

    /// <summary>How many people were founded: the register goes on as it did, and no seal it keeps says it.</summary>
    private static async Task FindsTheAnswer(StoreAddress store)
    {
        var run = await RecordedRun.Of(ScenarioCatalogue.Load("cohousing"), store);
        var given = run.Replayed.Answers.Select(one => one.Answer).ToList();
        var founded = (Reply.Founded)given[0].Reply;
        given[0] = given[0] with { Reply = founded with { People = founded.People + 1 } };
        await run.Put("register", RecordedRun.Key, new RegisterRecord(run.Exported.Scenario, [.. given]).Encode());

        var (shallow, deep) = await Both(run);

        Assert.Null(shallow);
        Assert.Contains("an answer of cycle 0 that the circle did not give", deep!.Why);
    }

    /// <summary>Shallow, it breaks where the made-up seals meet the exported one: at the root.</summary>
    private static async Task FindsTheForger(StoreAddress store)
    {
        var run = await RecordedRun.Of(ScenarioCatalogue.Load("cohousing"), store);
        var circle = run.Circle("full/coordinating");
        var open = circle.Logbook.Open;
        var pages = run.Replayed.Recorded(circle).Entries.Take(circle.Logbook.Pages * Logbook.PageEntries);
        await run.ForgeUpwards(circle.WithOpen(pages, [.. open.RemoveAt(1)]));

        var (shallow, deep) = await Both(run);

        Assert.Equal("full", shallow!.Circle);
        Assert.Equal((circle.Id.Path, 1 + (circle.Logbook.Pages * Logbook.PageEntries)), (deep!.Circle, deep.Entry));
        Assert.Contains("was dropped", deep.Why);
    }

    private static async Task<(Break? Shallow, Break? Deep)> Both(RecordedRun run) =>
        ((await run.Verify(TooLarge)).FirstBreak, (await run.Verify(Depth.Whole)).FirstBreak);

    /// <summary>So many matters that logbooks fill pages.</summary>
    private static Scenario Busy()
    {
        var calm = ScenarioCatalogue.Load("cohousing");
        return calm with
        {
            Agenda = [.. Enumerable.Range(0, 16).Select(i => calm.Agenda[i % 2] with { Id = i + 1, Day = 1 + (i * 40) })],
        };
    }
}
