using Federation.Governance.Logbooks;
using Federation.Society.Scenarios;
using Federation.Storage.Scenarios;
using Federation.Storage.Tests.Sql;
using Federation.Storage.Verifying;

namespace Federation.Storage.Tests.Verifying;

public sealed class VerificationTests : IDisposable
{
    private const string Leaf = "full/coordinating/land";
    private const string Middle = "full/coordinating";

    /// <summary>So many matters that logbooks fill pages.</summary>
    private const string Busy = "busy";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Task<RecordedRun> Run(string scenario = "cohousing", ulong? seed = null, string file = "store.db")
    {
        var loaded = scenario == Busy ? BusyScenario() : ScenarioCatalogue.Load(scenario);
        return RecordedRun.Of(loaded with { Seed = seed ?? loaded.Seed }, _folder.Store(file));
    }

    [Theory]
    [InlineData("cohousing")]
    [InlineData("endenburg-1976")]
    [InlineData("country")]
    [InlineData(Busy)]
    public async Task An_untouched_store_agrees(string scenario)
    {
        var run = await Run(scenario);

        var verified = await run.Verify();

        var (circles, entries) = (run.Replayed.Circles.Count, run.Replayed.All().Sum(one => one.Entries.Count));
        Assert.Equal(
            new Verified(circles, entries, 0, run.Exported.Last!.Seal, null, "store"), verified);
    }

    [Fact]
    public async Task Without_a_store_the_scenario_is_run_again()
    {
        var run = await Run();

        var verified = Verification.OfReplay(run.Exported);
        var forged = Verification.OfReplay(run.Exported with
        {
            Seals = run.Exported.Seals.SetItem(1, run.Exported.Seals[1] with { Seal = new string('0', 64) }),
        });

        Assert.Equal(("replayed", run.Exported.Last!.Seal), (verified.How, verified.Seal));
        Assert.Null(verified.FirstBreak);
        Assert.Contains("another seal for cycle 1", forged.FirstBreak!.Why);
    }

    [Theory]
    [InlineData("circle", $"{RecordedRun.Key}/{Leaf}", Leaf)]
    [InlineData("circle", $"{RecordedRun.Key}/full", "full")]
    [InlineData("page-0", $"{RecordedRun.Key}/{Middle}", Middle)]
    [InlineData("register", RecordedRun.Key, null)]
    public async Task Any_changed_byte_of_a_payload_is_found_where_it_was_changed(
        string kind, string key, string? circle)
    {
        var run = await Run(kind == "page-0" ? Busy : "cohousing");
        var rows = new MemoryRows(run.Rows);
        await rows.Load();
        var payload = await run.Get(kind, key);
        for (var at = 0; at < payload.Length; at += 1 + (payload.Length / 400))
        {
            var changed = (byte[])payload.Clone();
            changed[at] ^= (byte)(1 << (at % 8));

            var verified = await rows.Verify(run.Exported, kind, key, changed);

            Assert.True(verified.FirstBreak is not null, $"byte {at} of {payload.Length}");
            if (circle is not null) Assert.Equal((at, circle), (at, verified.FirstBreak.Circle));
        }
    }

    [Fact]
    public async Task A_changed_byte_in_an_entry_is_told_with_what_the_entry_said()
    {
        var run = await Run(Busy);
        var path = run.Paged.Id.Path;
        var payload = await run.Get("page-0", $"{RecordedRun.Key}/{path}");
        var entries = LogbookPage.Decode(payload).Entries;
        var third = 8 + entries.Take(3).Sum(entry => entry.Encode().Length);
        payload[third + 8] ^= 1;
        await run.Put("page-0", $"{RecordedRun.Key}/{path}", payload);

        var found = await run.Broken();

        Assert.Equal((path, 3), (found.Circle, found.Entry));
        Assert.Contains($"it was: \"", found.Why);
        Assert.Contains($"on day {entries[3].Day}", found.Why);
    }

    [Fact]
    public async Task A_change_too_small_for_words_is_told_as_such()
    {
        var run = await Run();
        var circle = run.Circle(Middle);
        var at = circle.Logbook.Open.ToList().FindIndex(entry => entry.To is not null);
        var entry = circle.Logbook.Open[at];
        var moved = entry.To!.Value.With(0, entry.To.Value[0] - (1.0 / (1L << 40)));

        await Forge(
            run, circle, [.. circle.Logbook.Open.SetItem(at, entry with { To = moved })], repaired: true, upwards: true);

        var found = await run.Broken();
        Assert.Equal((Middle, (circle.Logbook.Pages * 32) + at), (found.Circle, found.Entry));
        Assert.Contains("by less than its words show", found.Why);
    }

    [Theory]
    [InlineData("GrainIdExtensionString = replace(GrainIdExtensionString, '/land', '/lane')")]
    [InlineData("GrainIdExtensionString = replace(GrainIdExtensionString, '0123', '0124')")]
    [InlineData("GrainTypeString = 'circld'")]
    [InlineData("ServiceId = 'servicf'")]
    [InlineData("GrainIdN1 = 1")]
    [InlineData("GrainIdN0 = 7")]
    public async Task A_changed_key_is_found_at_the_circle_it_was_of(string change)
    {
        var run = await Run();
        Assert.Equal(1, await run.Execute(
            $"UPDATE OrleansStorage SET {change} WHERE GrainTypeString = 'circle' AND GrainIdExtensionString LIKE '%/land'"));

        Assert.Equal(Leaf, (await run.Broken()).Circle);
    }

    [Fact]
    public async Task A_dropped_circle_is_named()
    {
        foreach (var path in (string[])[Leaf, Middle, "full"])
        {
            var run = await Run();
            await run.Execute(
                $"DELETE FROM OrleansStorage WHERE GrainTypeString = 'circle' AND GrainIdExtensionString = '{RecordedRun.Key}/{path}'");

            var found = await run.Broken();

            Assert.Equal((path, -1), (found.Circle, found.Entry));
            Assert.Contains("not in the store", found.Why);
        }
    }

    [Fact]
    public async Task A_dropped_page_and_a_page_too_many_are_named()
    {
        var dropped = await Run(Busy);
        var path = dropped.Paged.Id.Path;
        await dropped.Execute(
            $"DELETE FROM OrleansStorage WHERE GrainTypeString = 'page-0' AND GrainIdExtensionString = '{RecordedRun.Key}/{path}'");
        var added = await Run(file: "added.db");
        await added.Put("page-7", $"{RecordedRun.Key}/{Leaf}", new LogbookPage(7, []).Encode());

        var found = await dropped.Broken();

        Assert.Equal((path, 0), (found.Circle, found.Entry));
        Assert.Contains("page 0 of its logbook, entries 0 to 31, is missing", found.Why);
        Assert.Contains("page 7", (await added.Broken()).Why);
        Assert.Equal(Leaf, (await added.Broken()).Circle);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_dropped_entry_is_named_however_well_it_is_hidden(bool repaired, bool upwards)
    {
        var run = await Run();
        var circle = run.Circle(Middle);
        var open = circle.Logbook.Open;
        var kept = open.RemoveAt(1);

        await Forge(run, circle, [.. kept], repaired, upwards);

        var found = await run.Broken();
        Assert.Equal((Middle, (circle.Logbook.Pages * 32) + 1), (found.Circle, found.Entry));
        Assert.Contains(open.Length > 2 ? "was dropped" : "is missing", found.Why);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Two_swapped_entries_are_named_however_well_they_are_hidden(bool repaired, bool upwards)
    {
        var run = await Run();
        var circle = run.Circle(Middle);
        var open = circle.Logbook.Open;
        var at = circle.Logbook.Pages * 32;

        await Forge(run, circle, [open[1], open[0], .. open[2..]], repaired, upwards);

        var found = await run.Broken();
        Assert.Equal((Middle, at), (found.Circle, found.Entry));
        Assert.Contains($"entries {at} and {at + 1} have changed places", found.Why);
    }

    [Fact]
    public async Task An_entry_of_another_circle_is_named_with_its_origin()
    {
        var run = await Run();
        var circle = run.Circle(Middle);
        var own = run.Replayed.All().First(one => one.Circle.Id == circle.Id).Entries;
        var strange = run.Replayed.All().Where(one => one.Circle.Id.Path == Leaf)
            .SelectMany(one => one.Entries).First(entry => entry.Decision > 0 && !own.Contains(entry));

        await Forge(run, circle, [strange, .. circle.Logbook.Open[1..]], repaired: true, upwards: true);

        var found = await run.Broken();
        Assert.Equal((Middle, circle.Logbook.Pages * 32), (found.Circle, found.Entry));
        Assert.Contains($"it is an entry of {Leaf}", found.Why);
    }

    [Fact]
    public async Task A_store_rolled_back_to_any_earlier_answer_says_to_which_cycle()
    {
        var run = await Run();
        for (var answers = 2; answers < run.Replayed.Answers.Length; answers++)
        {
            var older = await run.After(answers, _folder.Store("older.db"));

            var found = await older.Broken();

            Assert.Equal(("full", -1), (found.Circle, found.Entry));
            Assert.Contains("rolled back to the end of cycle", found.Why);
        }

        Assert.Contains(
            "end of cycle 0;", (await (await run.After(2, _folder.Store("older.db"))).Broken()).Why);
    }

    [Fact]
    public async Task Circles_rolled_back_without_the_register_are_found()
    {
        var run = await Run();
        var register = await run.Get("register", RecordedRun.Key);
        var older = await run.After(2, _folder.Store("older.db"));
        await older.Put("register", RecordedRun.Key, register);

        var found = await older.Broken();

        Assert.Equal("full", found.Circle);
        Assert.Contains("rolled back to the end of cycle 0", found.Why);
    }

    [Fact]
    public async Task One_circle_rolled_back_is_named()
    {
        var run = await Run();
        var older = await run.After(2, _folder.Store("older.db"));
        await run.Put("circle", $"{RecordedRun.Key}/{Leaf}", await older.Get("circle", $"{RecordedRun.Key}/{Leaf}"));

        Assert.Equal(Leaf, (await run.Broken()).Circle);
    }

    [Fact]
    public async Task A_register_rolled_back_alone_is_found()
    {
        var run = await Run();
        var older = await run.After(2, _folder.Store("older.db"));
        await run.Put("register", RecordedRun.Key, await older.Get("register", RecordedRun.Key));

        Assert.Contains("register was rolled back", (await run.Broken()).Why);
    }

    [Fact]
    public async Task Another_seeds_store_under_the_same_key_is_a_fork()
    {
        var run = await Run();
        var other = await Run(seed: 99, file: "other.db");

        var verified = await Verification.OfStoreAsync(other.Rows, run.Exported, Depth.Usual);

        Assert.Equal("full", verified.FirstBreak!.Circle);
        Assert.Contains("another scenario or seed", verified.FirstBreak.Why);
    }

    [Fact]
    public async Task One_circle_of_another_seed_is_named()
    {
        var run = await Run();
        var other = await Run(seed: 99, file: "other.db");
        await run.Put("circle", $"{RecordedRun.Key}/{Leaf}", await other.Get("circle", $"{RecordedRun.Key}/{Leaf}"));

        Assert.Equal(Leaf, (await run.Broken()).Circle);
    }

    [Fact]
    public async Task A_circle_under_anothers_key_is_named()
    {
        var run = await Run();
        await run.Put("circle", $"{RecordedRun.Key}/{Leaf}", await run.Get("circle", $"{RecordedRun.Key}/{Middle}"));

        var found = await run.Broken();

        Assert.Equal(Leaf, found.Circle);
        Assert.Contains($"holds the state of {Middle}", found.Why);
    }

    [Fact]
    public async Task A_store_without_the_run_says_so()
    {
        var run = await Run();

        var verified = await Verification.OfStoreAsync(run.Rows with { RunKey = "another-0" }, run.Exported, Depth.Usual);

        Assert.Contains("nothing of the run 'another-0'", verified.FirstBreak!.Why);
    }

    [Fact]
    public async Task Entries_after_the_last_exported_seal_are_unsealed_and_no_break()
    {
        var run = (await Run()).Exporting(1);

        var verified = await run.Verify();

        Assert.Null(verified.FirstBreak);
        Assert.Equal(
            run.Replayed.All().Sum(one => one.Entries.Count(entry => entry.Cycle > 0)), verified.Unsealed);
        Assert.True(verified.Unsealed > 0);
    }

    [Fact]
    public async Task An_unfinished_run_is_no_break_at_any_answer()
    {
        var run = await Run();
        for (var answers = 2; answers <= run.Replayed.Answers.Length; answers++)
        {
            var older = (await run.After(answers, _folder.Store("older.db"))).Exporting(1);

            Assert.Null((await older.Verify()).FirstBreak);
        }
    }

    [Fact]
    public async Task A_change_in_an_unfinished_run_is_found_all_the_same()
    {
        var run = await Run();
        var older = (await run.After(4, _folder.Store("older.db"))).Exporting(1);
        var payload = await older.Get("circle", $"{RecordedRun.Key}/{Leaf}");
        payload[^40] ^= 1;
        await older.Put("circle", $"{RecordedRun.Key}/{Leaf}", payload);

        Assert.Equal(Leaf, (await older.Broken()).Circle);
    }

    private static Scenario BusyScenario()
    {
        var calm = ScenarioCatalogue.Load("cohousing");
        return calm with
        {
            Agenda = [.. Enumerable.Range(0, 16).Select(i => calm.Agenda[i % 2] with
            {
                Id = i + 1, Day = 1 + (i * 40),
            })],
        };
    }

    private static async Task Forge(
        RecordedRun run, Governance.Circles.Circle circle, Entry[] open, bool repaired, bool upwards)
    {
        var pages = run.Replayed.Recorded(circle).Entries.Take(circle.Logbook.Pages * 32);
        var forged = repaired ? circle.WithOpen(pages, open).Resealed(run.Exported.World.Genesis)
            : circle with
            {
                Logbook = Logbook.Of(circle.Logbook.Tree, circle.Logbook.Pages, [.. open]),
            };
        if (upwards) await run.ForgeUpwards(forged);
        else await run.Put("circle", circle.Id.Path, forged);
    }
}
