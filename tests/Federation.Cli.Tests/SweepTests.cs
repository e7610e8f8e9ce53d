using System.Diagnostics;
using Federation.Cli.Studies;
using Federation.Cli.Terminals;

namespace Federation.Cli.Tests;

public sealed class SweepTests : IDisposable
{
    private static readonly string[] Tables = ["runs.csv", "runs.parquet", "points.csv", "points.parquet"];
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>A share's interval does not reach below nought; few seeds would carry it there.</summary>
    [Fact]
    public async Task Intervals_of_points_keep_within_a_measure_s_bounds()
    {
        await Sweep("bounds", "--vary", "attacks.captured=0.1,0.3", "--seeds", "1..3");

        var rows = (await File.ReadAllLinesAsync(_folder.In("bounds/points.csv"))).Skip(1).Select(row => row.Split(','))
            .Where(row => row[2] is "captured" or "deviated" or "outsideTolerance" && row[4].Length > 0).ToArray();
        Assert.Equal(6, rows.Length);
        Assert.All(rows, row => Assert.True(double.Parse(row[4]) >= 0 && double.Parse(row[5]) <= 1, string.Join(',', row)));
        Assert.Contains(rows, row => double.Parse(row[5]) > double.Parse(row[3]));
    }

    [Fact]
    public async Task A_grid_visits_every_combination_with_every_seed()
    {
        var sweep = await Sweep("grid", "--vary", "process.shaping=0,0.6", "--vary", "process.tuners=1..3", "--seeds", "1..2");

        Assert.Equal((12, 6), ((int)sweep.Json["runs"]!, sweep.Json["points"]!.AsArray().Count));
        Assert.Equal(["1", "2", "3", "1", "2", "3"],
            sweep.Json["points"]!.AsArray().Select(point => $"{point!["setting"]!["process.tuners"]}"));
        var rows = await File.ReadAllLinesAsync(_folder.In("grid/runs.csv"));
        Assert.Equal(13, rows.Length);
        Assert.StartsWith("process.shaping,process.tuners,draw.seed,draw.replication,harmMean,", rows[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_belong_together_vary_together()
    {
        var sweep = await Sweep("joint", "--vary", "people.toleranceLow+people.toleranceHigh=0.02/0.05,0.4/0.6", "--seeds", "1..2");
        var apart = await Sweep("apart", "--vary", "people.toleranceLow=0.4", "--vary", "people.toleranceHigh=0.6", "--seeds", "1..2");

        Assert.Equal(2, sweep.Json["points"]!.AsArray().Count);
        Assert.Equal("0.4/0.6", $"{sweep.Json["points"]![1]!["setting"]!["people.toleranceLow+people.toleranceHigh"]}");
        var joint = await File.ReadAllLinesAsync(_folder.In("joint/runs.csv"));
        var alone = await File.ReadAllLinesAsync(_folder.In("apart/runs.csv"));
        Assert.Equal(
            alone.Single(row => row.StartsWith("0.4,0.6,1,", StringComparison.Ordinal)).Split(',')[4..],
            joint.Single(row => row.StartsWith("0.4/0.6,1,", StringComparison.Ordinal)).Split(',')[3..]);
    }

    [Theory]
    [InlineData("lhs", 5, 5)]
    [InlineData("sobol", 8, 8)]
    public async Task Other_designs_visit_as_many_points_as_asked_inside_their_ranges(string design, int points, int visited)
    {
        var sweep = await Sweep(design, "--vary", "people.spread=0.1..0.2", "--vary", "process.gate=sofa,scm", "--vary",
            "process.tuners=1..5", "--design", design, "--points", $"{points}", "--seeds", "7");

        var settings = sweep.Json["points"]!.AsArray().Select(point => point!["setting"]!).ToArray();
        Assert.Equal(visited, settings.Select(setting => setting.ToJsonString()).Distinct().Count());
        Assert.All(settings, setting => Assert.InRange(double.Parse($"{setting["people.spread"]}"), 0.1, 0.2));
        Assert.All(settings, setting => Assert.InRange(int.Parse($"{setting["process.tuners"]}"), 1, 5));
        Assert.Equal(["scm", "sofa"], settings.Select(setting => $"{setting["process.gate"]}").Distinct().Order());
    }

    /// <summary>Screening and indices find the key that is made to matter, and none where a key cannot.</summary>
    [Theory]
    [InlineData("morris", 4, "absolute", 12)]
    [InlineData("indices", 16, "total", 64)]
    public async Task A_key_that_matters_is_told_from_one_that_cannot(string design, int points, string kind, int runs)
    {
        var sweep = await Sweep(design, "--vary", "process.shaping=0..1", "--vary", "measure.smallestHarm=0.01..0.5",
            "--design", design, "--points", $"{points}", "--seeds", "1");

        var effects = sweep.Json["effects"]!.AsArray().Where(one => $"{one!["measure"]}" == "harmMean" && $"{one["kind"]}" == kind)
            .ToDictionary(one => $"{one!["key"]}", one => (double)one!["value"]!);
        Assert.Equal(runs, (int)sweep.Json["runs"]!);
        Assert.True(effects["process.shaping"] > 0.02, $"{effects["process.shaping"]}");
        Assert.Equal(0, effects["measure.smallestHarm"], 12);
        Assert.True(File.Exists(_folder.In($"{design}/effects.csv")));
        Assert.Equal(design == "indices", $"{sweep.Json["note"]}".Contains("16 rows are few", StringComparison.Ordinal));
        Assert.Equal(design == "indices", (await File.ReadAllTextAsync(_folder.In($"{design}/report.html"))).Contains(
            "16 rows are few", StringComparison.Ordinal));
    }

    /// <summary>A real process is killed where it stands; taken up, it ends with the tables of one that was not.</summary>
    [Fact]
    public async Task Killed_at_any_moment_and_taken_up_a_sweep_writes_the_same_bytes()
    {
        string[] asked = ["--vary", "process.shaping=0,0.2,0.4,0.6,0.8", "--seeds", "1..40", "--jobs", "2"];
        var journal = _folder.In("killed/journal.jsonl");
        var resumed = 0;
        foreach (var lines in new[] { 1, 30, 90 })
        {
            using var process = Start([.. asked, "--out", _folder.In("killed"), .. resumed++ == 0 ? Array.Empty<string>() : ["--resume"]]);
            while (!process.HasExited && Lines(journal) < lines) Thread.Yield();
            process.Kill();
            await process.WaitForExitAsync();
        }

        await File.AppendAllTextAsync(journal, "{\"run\":199,\"val");
        var before = Lines(journal);
        await Sweep("killed", [.. asked, "--resume"]);
        await Sweep("whole", asked);

        Assert.InRange(before, 90, 201);
        foreach (var table in Tables)
            Assert.Equal(await File.ReadAllBytesAsync(_folder.In($"whole/{table}")), await File.ReadAllBytesAsync(_folder.In($"killed/{table}")));
    }

    [Fact]
    public async Task Interrupted_it_keeps_what_was_reached_and_says_how_to_go_on()
    {
        using var pressed = new CancellationTokenSource();
        await pressed.CancelAsync();

        var sweep = await Invocation.With(Invocation.Failing,
            ["sweep", Town(), "--vary", "process.shaping=0,1", "--out", _folder.In("broken"), "--quiet"], interrupted: pressed.Token);

        Assert.Equal(ExitCode.Interrupted, sweep.Code);
        Assert.Contains("--resume --out", sweep.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_sweeps_do_not_write_into_one_folder_at_once()
    {
        using var first = StudyFolder.Create(_folder.In("both"), resume: false);
        await File.WriteAllTextAsync(first.JournalFile, "");

        var second = await Invocation.Of("sweep", Town(), "--vary", "process.shaping=0,1", "--out", first.Path, "--resume");

        Assert.Equal(ExitCode.Usage, second.Code);
        Assert.Contains("Another study is writing", second.Error, StringComparison.Ordinal);
    }

    /// <summary>Linux has a device that is always full.</summary>
    [Fact]
    public void A_full_disk_is_told_with_the_way_on()
    {
        var failure = Assert.Throws<CommandFailure>(() => Journal<string>.Begin("/dev/full", "key", 3).Dispose());

        Assert.Contains("cannot be written", failure.Message, StringComparison.Ordinal);
        Assert.Equal("/dev/full", failure.Where);
        Assert.Contains("--resume", failure.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_that_was_changed_is_named_with_its_line()
    {
        await Sweep("study", "--vary", "process.shaping=0,1", "--seeds", "1");
        var journal = _folder.In("study/journal.jsonl");
        var lines = await File.ReadAllLinesAsync(journal);
        lines[1] = "{\"run\":77}";
        await File.WriteAllLinesAsync(journal, lines);

        var again = await Invocation.Of(
            "sweep", Town(), "--vary", "process.shaping=0,1", "--seeds", "1", "--out", _folder.In("study"), "--resume");

        Assert.Equal(ExitCode.Usage, again.Code);
        Assert.Contains("journal.jsonl, line 2", again.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing to sweep")]
    [InlineData("a grid goes through values", "--vary", "process.shaping=0..0.5")]
    [InlineData("not upwards", "--vary", "process.shaping=0.5..0.1", "--design", "lhs")]
    [InlineData("no range of numbers", "--vary", "process.shaping=0..NaN", "--design", "lhs")]
    [InlineData("no range of numbers", "--vary", "process.shaping=a..b", "--design", "lhs")]
    [InlineData("process.shaping", "--vary", "process.shaping=0..7", "--design", "lhs")]
    [InlineData("process.shapng", "--vary", "process.shapng=0..1", "--design", "sobol")]
    [InlineData("2 keys and 1 values", "--vary", "process.shaping+process.tuners=1")]
    [InlineData("is varied twice", "--vary", "process.shaping=0,1", "--vary", "process.shaping+process.tuners=0/1")]
    [InlineData("--points", "--vary", "process.shaping=0..1", "--design", "lhs", "--points", "0")]
    [InlineData("range of seeds", "--vary", "process.shaping=0,1", "--seeds", "9..1")]
    [InlineData("--design", "--vary", "process.shaping=0,1", "--design", "gird")]
    [InlineData("1,000,000", "--vary", "process.shaping=0..1", "--design", "lhs", "--points", "10000", "--seeds", "1..1000")]
    public async Task What_makes_no_sense_is_refused_and_named(string named, params string[] arguments)
    {
        var sweep = await Invocation.Of(["sweep", Town(), .. arguments, "--out", _folder.In("none"), "--json"]);

        Assert.True(sweep.Code == ExitCode.Usage, sweep.Out);
        var error = sweep.Json["error"]!;
        Assert.Contains(named, $"{error["where"]} {error["message"]} {error["remedy"]}", StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.In("none")));
    }

    private static int Lines(string file) => File.Exists(file) ? File.ReadAllText(file).Count(letter => letter == '\n') : 0;

    private Process Start(string[] arguments) => Process.Start(new ProcessStartInfo(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "federation.dll"), "sweep", Town(), .. arguments, "--quiet", "--json"])
    {
        RedirectStandardOutput = true,
    })!;

    private async Task<Invocation> Sweep(string folder, params string[] arguments)
    {
        var sweep = await Invocation.Of(["sweep", Town(), .. arguments, "--out", _folder.In(folder), "--quiet", "--json"]);
        Assert.True(sweep.Code == ExitCode.Ok, sweep.Out);
        return sweep;
    }

    private string Town() => Tests.Town.In(_folder);
}
