using System.Text.Json.Nodes;
using Federation.Cli.Terminals;

namespace Federation.Cli.Tests;

public sealed class CompareTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_comparison_has_every_cell_and_pair_of_the_contract()
    {
        var compare = await Compare("first", "--vary", "process.latitude=0,0.15", "--vary", "process.shaping=0,0.6");

        var (cells, pairs) = (compare["cells"]!.AsArray(), compare["pairs"]!.AsArray());
        var measures = compare["measures"]!.AsArray().Count;
        Assert.Equal((4 * measures, 4 * measures), (cells.Count, pairs.Count));
        foreach (var cell in cells)
            Assert.Empty("rule shaped amendable nested latitude setting measure mean low high n".Split(' ').Except(Keys(cell)));
        foreach (var pair in pairs) Assert.Empty("a b measure difference low high n".Split(' ').Except(Keys(pair)));
        Assert.Equal(["harmMean", "consent", "0.15", "false"],
            [$"{compare["primary"]}", $"{cells[0]!["rule"]}", $"{cells[^1]!["latitude"]}", $"{cells[0]!["shaped"]}"]);
        Assert.Contains(compare["saysNot"]!.AsArray(), said => $"{said}".Contains("real society", StringComparison.Ordinal));
        foreach (var table in new[] { "runs", "cells", "pairs" })
            Assert.True(File.Exists(_folder.In($"first/{table}.csv")) && File.Exists(_folder.In($"first/{table}.parquet")));
    }

    /// <summary>The same people under rules that have nothing else in common.</summary>
    [Fact]
    public async Task Every_kind_of_rule_is_compared_and_it_is_said_where_consent_lost()
    {
        var compare = await Compare("rules", "--rules", "consent,majority,median,irv,panel,decree,statusQuo", "--vary", "rules.amendable=yes,no");

        var cells = compare["cells"]!.AsArray();
        Assert.Equal(14, cells.Select(cell => $"{cell!["name"]}").Distinct().Count());
        Assert.Contains(cells, cell => $"{cell!["rule"]}" == "median" && !(bool)cell["amendable"]! && !(bool)cell["nested"]!);
        Assert.Contains(cells, cell => $"{cell!["rule"]}" == "consent" && (bool)cell["nested"]!);
        var says = string.Join(' ', compare["says"]!.AsArray());
        Assert.Contains("consent lost to ", says, StringComparison.Ordinal);
        Assert.Single(compare["saysNot"]!.AsArray(), said => $"{said}".Contains("Nothing is shown", StringComparison.Ordinal)
            && $"{said}".Contains("median on meanUtility, ", StringComparison.Ordinal));
        // Quiet decrees and ballots of all: hours are what consent pays for talk.
        var hours = compare["pairs"]!.AsArray().First(pair => $"{pair!["measure"]}" == "personHours"
            && $"{pair["b"]}".StartsWith("statusQuo", StringComparison.Ordinal))!;
        Assert.True((double)hours["ratio"]! > 1);
    }

    /// <summary>What common random numbers are for: how much a federation's people differ from replication to
    /// replication falls out of the difference.</summary>
    [Fact]
    public async Task A_paired_interval_is_visibly_narrower_than_the_unpaired()
    {
        var compare = await Compare("narrow", "--vary", "process.tuners=2,3", "--replications", "20");

        var pair = compare["pairs"]!.AsArray().Single(one => $"{one!["measure"]}" == "harmMean")!;
        var (paired, unpaired) = (Width(pair, "low", "high"), Width(pair, "unpairedLow", "unpairedHigh"));
        Assert.True(paired < 0.7 * unpaired, $"{paired} is not below 0.7 of {unpaired}");
        Assert.True((double)pair["correlation"]! > 0.5);
    }

    [Fact]
    public async Task Settings_that_change_nothing_differ_by_nothing_at_all()
    {
        var compare = await Compare("same", "--vary", "measure.smallestHarm=0.01,0.02");

        foreach (var pair in compare["pairs"]!.AsArray().Where(one => one!["difference"] is not null))
            Assert.Equal(0, (double)pair!["difference"]!);
        var primary = compare["pairs"]!.AsArray().First(one => $"{one!["measure"]}" == "harmMean")!;
        Assert.Equal(("equivalent", 0.0), ($"{primary["verdict"]}", (double)primary["high"]!));
    }

    [Fact]
    public async Task A_smallest_effect_is_named_for_any_measure_and_intervals_keep_within_bounds()
    {
        var compare = await Compare(
            "effects", "--rules", "consent,majority", "--structure", "written", "--smallest-effect", "weeks=10000", "--smallest-effect", "0.5");

        foreach (var (measure, verdict) in new[] { ("weeks", "equivalent"), ("harmMean", "equivalent") })
            Assert.Equal(verdict, $"{compare["pairs"]!.AsArray().First(one => $"{one!["measure"]}" == measure)!["verdict"]}");
        Assert.NotEqual("equivalent", $"{compare["pairs"]!.AsArray().First(one => $"{one!["measure"]}" == "personHours")!["verdict"]}");
        var bounds = compare["measures"]!.AsArray().ToDictionary(one => $"{one!["name"]}");
        foreach (var cell in compare["cells"]!.AsArray().Where(one => one!["low"] is not null))
        {
            var measure = bounds[$"{cell!["measure"]}"]!;
            Assert.InRange((double)cell["low"]!, (double?)measure["low"] ?? double.NegativeInfinity, (double)cell["high"]!);
            Assert.InRange((double)cell["high"]!, (double)cell["low"]!, (double?)measure["high"] ?? double.PositiveInfinity);
        }

        var says = compare["says"]!.AsArray().Select(one => $"{one}").ToArray();
        Assert.DoesNotContain(says, one => one.StartsWith("Consent lost to", StringComparison.Ordinal)
            && one.Contains("seats", StringComparison.Ordinal));
        Assert.Contains(says, one => one.Contains("by design", StringComparison.Ordinal) && one.Contains("seatsToBlock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tables_are_the_same_bytes_whatever_ran_at_once_and_in_whatever_order_it_ended()
    {
        await Compare("one", "--vary", "process.latitude=0,0.15", "--jobs", "1");
        await Compare("many", "--vary", "process.latitude=0,0.15", "--jobs", "7");
        var lines = await File.ReadAllLinesAsync(_folder.In("many/journal.jsonl"));
        Directory.CreateDirectory(_folder.In("scrambled"));
        await File.WriteAllLinesAsync(_folder.In("scrambled/journal.jsonl"), [lines[0], .. lines.Skip(1).Reverse().Skip(2)]);

        await Compare("scrambled", "--vary", "process.latitude=0,0.15", "--resume");

        foreach (var table in new[] { "runs.csv", "runs.parquet", "cells.csv", "pairs.csv", "pairs.parquet" })
        {
            var bytes = await File.ReadAllBytesAsync(_folder.In($"one/{table}"));
            Assert.Equal(bytes, await File.ReadAllBytesAsync(_folder.In($"many/{table}")));
            Assert.Equal(bytes, await File.ReadAllBytesAsync(_folder.In($"scrambled/{table}")));
        }
    }

    [Fact]
    public async Task Replications_have_plans_of_their_own_unless_the_written_one_is_asked_for()
    {
        await Compare("redrawn", "--vary", "process.latitude=0,0.15");
        var written = await Compare("written", "--vary", "process.latitude=0,0.15", "--structure", "written");

        Assert.NotEqual(
            await File.ReadAllTextAsync(_folder.In("redrawn/runs.csv")), await File.ReadAllTextAsync(_folder.In("written/runs.csv")));
        Assert.Contains("the one written", $"{written["structure"]}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing to compare")]
    [InlineData("rule", "--rules", "consent,cosnent")]
    [InlineData("process.shapng", "--vary", "process.shapng=0,1")]
    [InlineData("process.shaping", "--vary", "process.shaping=0,NaN")]
    [InlineData("twice", "--vary", "process.shaping=0,0.0", "--vary", "process.shaping=1")]
    [InlineData("has a value twice", "--rules", "consent,consent")]
    [InlineData("is empty", "--vary", "process.shaping=0,,1")]
    [InlineData("key=values", "--vary", "process.shaping")]
    [InlineData("federation sweep", "--vary", "process.shaping=0..1")]
    [InlineData("not upwards", "--vary", "process.shaping=1..0")]
    [InlineData("--replications", "--vary", "process.shaping=0,1", "--replications", "0")]
    [InlineData("runs", "--vary", "seed=1,2,3,4,5,6,7,8,9,10,11", "--replications", "100000")]
    [InlineData("--smallest-effect", "--vary", "process.shaping=0,1", "--smallest-effect", "NaN")]
    [InlineData("--smallest-effect", "--vary", "process.shaping=0,1", "--smallest-effect", "wekes=4")]
    [InlineData("--resume", "--vary", "process.shaping=0,1", "--resume")]
    public async Task What_makes_no_sense_is_refused_and_named(string named, params string[] arguments)
    {
        var compare = await Invocation.Of(["compare", Town(), .. arguments, "--json"]);

        Assert.True(compare.Code == ExitCode.Usage, compare.Out);
        var error = compare.Json["error"]!;
        Assert.Contains(named, $"{error["where"]} {error["message"]} {error["remedy"]}", StringComparison.Ordinal);
        Assert.NotEqual("", $"{error["remedy"]}");
    }

    [Fact]
    public async Task A_folder_in_use_or_taken_is_left_alone()
    {
        await File.WriteAllTextAsync(_folder.In("file"), "mine");
        Directory.CreateDirectory(_folder.In("taken"));
        await File.WriteAllTextAsync(_folder.In("taken/notes"), "mine");
        Directory.CreateDirectory(_folder.In("busy"));
        using var held = new FileStream(
            _folder.In("busy/study.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        foreach (var (folder, why) in new[] { ("file", "file of this name"), ("taken", "is kept"), ("busy", "Another study") })
        {
            var compare = await Invocation.Of("compare", Town(), "--vary", "process.shaping=0,1", "--out", _folder.In(folder));
            Assert.Equal(ExitCode.Usage, compare.Code);
            Assert.Contains(why, compare.Error, StringComparison.Ordinal);
            Assert.Contains(_folder.In(folder), compare.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_study_of_other_settings_is_not_taken_up()
    {
        await Compare("study", "--vary", "process.latitude=0,0.15");

        var other = await Invocation.Of(
            "compare", Town(), "--vary", "process.latitude=0,0.2", "--replications", "4", "--out", _folder.In("study"), "--resume");

        Assert.Equal(ExitCode.Usage, other.Code);
        Assert.Contains("journal.jsonl", other.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Keys(JsonNode? node) => node!.AsObject().Select(property => property.Key);

    private static double Width(JsonNode pair, string low, string high) => (double)pair[high]! - (double)pair[low]!;

    private async Task<JsonObject> Compare(string folder, params string[] arguments)
    {
        string[] few = arguments.Contains("--replications") ? [] : ["--replications", "4"];
        var compare = await Invocation.Of(
            ["compare", Town(), .. arguments, .. few, "--out", _folder.In(folder), "--quiet", "--json"]);
        Assert.True(compare.Code == ExitCode.Ok, compare.Out);
        return compare.Json;
    }

    private string Town() => Tests.Town.In(_folder);
}
