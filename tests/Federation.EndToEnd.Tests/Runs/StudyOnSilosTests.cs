using System.Diagnostics;
using Federation.EndToEnd.Tests.Clusters;
using Federation.Storage.Runs;

namespace Federation.EndToEnd.Tests.Runs;

/// <summary>Studies whose runs are spread over real silos end with the bytes of one done on the cores here.</summary>
[Collection("processes")]
public sealed class StudyOnSilosTests : IDisposable
{
    private static readonly string[] Sweep = ["sweep", TestRuns.Scenario("wide"), "--vary", "process.shaping=0,0.5,1", "--seeds", "1..30"];

    private readonly TestRuns _runs = new();
    private readonly TestCluster _cluster = new();

    public void Dispose()
    {
        _runs.Dispose();
        _cluster.Dispose();
    }

    [Theory]
    [InlineData("sweep", "--vary", "process.shaping=0,0.5,1", "--seeds", "1..30")]
    [InlineData("compare", "--rules", "consent,majority", "--replications", "45")]
    public async Task A_silo_killed_on_the_way_changes_no_byte(params string[] words)
    {
        string[] asked = [words[0], TestRuns.Scenario("wide"), .. words[1..]];
        (await _runs.Run("here", asked)).Succeeded();
        (await _cluster.Run("up", "--silos", "3")).Succeeded();

        var study = _runs.Start("spread", [.. asked, "--cluster", _cluster.Folder]);
        await UntilDone(study, 10);
        _cluster.Processes["silo-2"].Kill();

        (await ConsoleRun.End(study)).Succeeded();
        _runs.HaveEqualTables("here", "spread");
    }

    /// <summary>Its runs are given to others; when it goes on it finds itself declared dead.</summary>
    [Fact]
    public async Task A_silo_frozen_on_the_way_and_continued_changes_no_byte()
    {
        (await _runs.Run("here", Sweep)).Succeeded();
        (await _cluster.Run("up", "--silos", "3")).Succeeded();

        var study = _runs.Start("spread", [.. Sweep, "--cluster", _cluster.Folder]);
        await UntilDone(study, 10);
        var silo = _cluster.Processes["silo-2"];
        silo.Freeze();
        await UntilDone(study, 40);
        silo.Thaw();

        (await ConsoleRun.End(study)).Succeeded();
        _runs.HaveEqualTables("here", "spread");
    }

    /// <summary>As when a cluster is rolled: one joins, one leaves, and the one that joined does the rest.</summary>
    [Fact]
    public async Task Silos_replaced_on_the_way_change_no_byte()
    {
        string[] longer = [.. Sweep[..^1], "1..80"];
        (await _runs.Run("here", longer)).Succeeded();
        (await _cluster.Run("up", "--silos", "1")).Succeeded();

        var study = _runs.Start("spread", [.. longer, "--cluster", _cluster.Folder]);
        await UntilDone(study, 10);
        (await _cluster.Run("add")).Succeeded();
        (await _cluster.Run("drain", "silo-1")).Succeeded();
        Assert.False(study.HasExited, "It was done before the silo was replaced.");

        (await ConsoleRun.End(study)).Succeeded();
        Assert.False(_cluster.Processes.TryGetValue("silo-1", out var first) && first.IsAlive);
        _runs.HaveEqualTables("here", "spread");
    }

    [Theory]
    [InlineData("INT", true)]
    [InlineData("KILL", false)]
    public async Task What_was_broken_off_on_silos_is_taken_up_there_or_here(string signal, bool there)
    {
        (await _runs.Run("here", Sweep)).Succeeded();
        (await _cluster.Run("up", "--silos", "2")).Succeeded();
        string[] spread = [.. Sweep, "--cluster", _cluster.Folder];

        var study = _runs.Start("spread", spread);
        await UntilDone(study, 10);
        var ended = await ConsoleRun.Broken(study, signal);
        Assert.Equal(signal == "INT" ? 130 : 137, ended.ExitCode);
        Assert.False(File.Exists(Path.Combine(_runs.Folder("spread"), "runs.csv")));

        (await _runs.Run("spread", [.. there ? spread : Sweep, "--resume"])).Succeeded();
        _runs.HaveEqualTables("here", "spread");
    }

    [Fact]
    public async Task When_all_silos_are_lost_what_was_reached_is_kept()
    {
        (await _cluster.Run("up", "--silos", "2")).Succeeded();
        var study = _runs.Start("spread", [.. Sweep, "--cluster", _cluster.Folder]);
        await UntilDone(study, 10);
        foreach (var silo in _cluster.Processes.Values) silo.Kill();

        var ended = await ConsoleRun.End(study);
        Assert.Equal(3, ended.ExitCode);
        Assert.Contains("--resume", ended.Output);

        (await _runs.Run("here", Sweep)).Succeeded();
        (await _runs.Run("spread", [.. Sweep, "--silos", "2", "--resume"])).Succeeded();
        _runs.HaveEqualTables("here", "spread");
    }

    [Fact]
    public async Task Figures_of_another_build_are_refused()
    {
        (await _cluster.Run("up", "--silos", "1")).Succeeded();
        var other = Directory.CreateTempSubdirectory("federation-other-");
        try
        {
            Copy(new DirectoryInfo(ConsoleRun.Folder), other);
            GiveAnotherId(Path.Combine(other.FullName, "Federation.Storage.dll"));
            using var study = ConsoleRun.Start(Path.Combine(other.FullName, "federation.dll"),
                [.. Sweep, "--cluster", _cluster.Folder, "--out", _runs.Folder("spread"), "--json", "--quiet"]);
            var ended = await ConsoleRun.End(study);

            Assert.Equal(3, ended.ExitCode);
            Assert.Contains("other_version", ended.Output);
            Assert.Equal(1, _runs.Journalled("spread"));
        }
        finally
        {
            other.Delete(recursive: true);
        }
    }

    private async Task UntilDone(Process study, int runs)
    {
        await Deadline.Until(
            $"{runs} runs are done", () => study.HasExited || _runs.Journalled("spread") >= runs, ConsoleRun.Within);
        Assert.False(study.HasExited, "It was done before anything happened to it.");
    }

    /// <summary>What another compilation gives a library of the same name and version.</summary>
    private static void GiveAnotherId(string library)
    {
        var bytes = File.ReadAllBytes(library);
        var at = bytes.AsSpan().IndexOf(typeof(Worlds).Assembly.ManifestModule.ModuleVersionId.ToByteArray());
        Assert.True(at > 0);
        bytes[at] ^= 1;
        File.WriteAllBytes(library, bytes);
    }

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.EnumerateFiles()) file.CopyTo(Path.Combine(to.FullName, file.Name));
        foreach (var below in from.EnumerateDirectories().Where(below => below.Name != "silo"))
            Copy(below, to.CreateSubdirectory(below.Name));
    }
}
