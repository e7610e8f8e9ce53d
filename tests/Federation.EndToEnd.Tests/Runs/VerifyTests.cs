using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Federation.EndToEnd.Tests.Runs;

/// <summary>What is said of a run's folder that came from somebody, or was broken off.</summary>
[Collection("processes")]
public sealed class VerifyTests(VerifyTests.StoredRun run) : IClassFixture<VerifyTests.StoredRun>
{
    /// <summary>One finished run in SQLite, copied for each test.</summary>
    public sealed class StoredRun : IAsyncLifetime
    {
        internal TestRuns Runs { get; } = new();

        public string Seal { get; private set; } = "";

        public async Task InitializeAsync() =>
            Seal = TestRuns.Seal(await Runs.Run("run", "run", "cohousing", "--silos", "1"));

        public string Copy(string name)
        {
            var copy = Directory.CreateDirectory(Runs.Folder(name)).FullName;
            foreach (var file in Directory.GetFiles(Runs.Folder("run")))
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            return copy;
        }

        public Task DisposeAsync()
        {
            Runs.Dispose();
            return Task.CompletedTask;
        }
    }

    private static Task<ConsoleRun> Verify(string folder, params string[] words) =>
        ConsoleRun.Of(["verify", folder, "--json", .. words]);

    [Fact]
    public async Task The_seal_somebody_holds_is_the_runs_or_the_run_is_not_the_one_it_was()
    {
        var other = new string('0', 63) + "1";
        var (held, foreign, cut) = (await Verify(run.Runs.Folder("run"), "--seal", run.Seal.ToUpperInvariant()),
            await Verify(run.Runs.Folder("run"), "--seal", other),
            await Verify(run.Runs.Folder("run"), "--seal", run.Seal[1..]));

        Assert.True(held.Succeeded().Json.GetProperty("compared").GetBoolean());
        Assert.Equal((4, "not_verifiable"), (foreign.ExitCode, foreign.Error("code")));
        Assert.Contains(other, foreign.Error("message"));
        Assert.Contains(run.Seal, foreign.Error("message"));
        Assert.Equal((2, "usage"), (cut.ExitCode, cut.Error("code")));
    }

    [Fact]
    public async Task A_copy_without_its_store_is_not_taken_for_the_original()
    {
        var copy = run.Copy("bare");
        foreach (var file in Directory.GetFiles(copy, "store.db*")) File.Move(file, $"{copy}-{Path.GetFileName(file)}");

        var bare = await Verify(copy);
        var named = await Verify(copy, "--store", $"sqlite:{copy}-store.db");

        Assert.Equal((4, "not_verifiable"), (bare.ExitCode, bare.Error("code")));
        Assert.Equal(run.Seal, named.Succeeded().Json.GetProperty("seal").GetString());
    }

    [Fact]
    public async Task A_copy_with_its_store_is_checked_by_that()
    {
        var copy = run.Copy("whole");
        var moved = run.Runs.Folder("moved");
        Directory.Move(copy, moved);

        Assert.Equal("store", (await Verify(moved)).Succeeded().Json.GetProperty("how").GetString());
        foreach (var file in Directory.GetFiles(moved, "store.db*")) File.Delete(file);
        File.CreateSymbolicLink(
            Path.Combine(moved, "store.db"), Path.Combine(run.Runs.Folder("run"), "store.db"));
        Assert.Equal("store_elsewhere", (await Verify(moved)).Error("code"));
    }

    [Fact]
    public async Task A_server_that_only_run_json_names_hears_nothing()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var copy = run.Copy("hostile");
        var file = Path.Combine(copy, "run.json");
        var record = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        record["store"] = $"postgres:Host=127.0.0.1;Port={((IPEndPoint)server.LocalEndpoint).Port};Username=a;Database=b";
        await File.WriteAllTextAsync(file, record.ToJsonString());

        foreach (var command in new string[][]
        {
            ["verify", copy], ["show", "full", "--run", copy], ["export", copy],
            ["explain", "1", "--run", copy, "--proof", $"{copy}.proof"],
        })
        {
            var refused = await ConsoleRun.Of([.. command, "--json"]);
            Assert.Equal((2, "store_elsewhere"), (refused.ExitCode, refused.Error("code")));
        }

        Assert.False(server.Pending());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4096)]
    public async Task A_store_that_cannot_be_read_to_its_end_verifies_nothing(int from)
    {
        var copy = run.Copy($"damaged-{from}");
        using (var file = new FileStream(Path.Combine(copy, "store.db"), FileMode.Open))
        {
            file.Position = from;
            file.Write([.. Enumerable.Repeat((byte)0xA5, (int)file.Length - from)]);
        }

        var broken = await Verify(copy);

        Assert.Equal((4, "not_verifiable"), (broken.ExitCode, broken.Error("code")));
        Assert.DoesNotContain("federation verify", broken.Error("remedy"));
        Assert.Contains("store.db", broken.Error("where"));
    }

    [Fact]
    public async Task Of_a_run_that_was_broken_off_it_says_that_nothing_is_sealed()
    {
        var console = run.Runs.Start("killed", "run", "demo", "--silos", "1");
        await Deadline.Until("circles have answered", () => run.Runs.Answered("killed") > 200, ConsoleRun.Within);
        var silos = run.Runs.Silos("killed");
        console.Kill();
        foreach (var silo in silos) Assert.True(await silo.WaitForExitAsync(Deadline.Usual));

        var found = (await Verify(run.Runs.Folder("killed"))).Succeeded().Json;
        var said = await ConsoleRun.Of("verify", run.Runs.Folder("killed"));
        var held = await Verify(run.Runs.Folder("killed"), "--seal", run.Seal);

        Assert.False(found.GetProperty("sealed").GetBoolean());
        Assert.Equal("store", found.GetProperty("how").GetString());
        Assert.Equal(found.GetProperty("entries").GetInt64(), found.GetProperty("unsealed").GetInt64());
        Assert.StartsWith("Nothing is sealed yet", said.Output);
        Assert.Equal(4, held.ExitCode);
    }

    [Fact]
    public async Task A_run_that_could_not_begin_leaves_nothing_in_the_way()
    {
        var nobody = await run.Runs.Run("again", "run", "cohousing", "--cluster", run.Runs.Folder("nothing"));

        Assert.Equal(3, nobody.ExitCode);
        Assert.False(Directory.Exists(run.Runs.Folder("again")));
        TestRuns.Seal(await run.Runs.Run("again", "run", "cohousing", "--driver", "reference"));
    }
}
