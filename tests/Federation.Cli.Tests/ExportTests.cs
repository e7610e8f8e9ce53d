using System.Xml.Linq;
using Federation.Cli.Terminals;

namespace Federation.Cli.Tests;

public sealed class ExportTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_comes_out_the_same_when_it_is_run_again()
    {
        var run = await Run("first");

        var replay = await Invocation.Of("replay", run, "--json");

        Assert.Equal(ExitCode.Ok, replay.Code);
        Assert.Equal(("true", (string)replay.Json["recorded"]!), ($"{replay.Json["equal"]}", (string)replay.Json["seal"]!));
        Assert.True((int)replay.Json["cyclesCompared"]! > 1);
    }

    [Fact]
    public async Task A_seal_that_was_changed_is_told_with_its_cycle()
    {
        var run = await Run("first");
        var seals = await File.ReadAllLinesAsync(Path.Combine(run, "seals.jsonl"));
        seals[1] = seals[1].Replace("\"seal\":\"", "\"seal\":\"0000", StringComparison.Ordinal);
        seals[1] = seals[1].Remove(seals[1].IndexOf("0000", StringComparison.Ordinal) + 4, 4);
        await File.WriteAllLinesAsync(Path.Combine(run, "seals.jsonl"), seals);

        var replay = await Invocation.Of("replay", run);

        Assert.Equal(ExitCode.RunsDiffer, replay.Code);
        Assert.Contains("cycle 1", replay.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_runs_of_one_scenario_do_not_differ_and_a_setting_is_the_first_difference()
    {
        var (first, same, other) = (await Run("first"), await Run("same"), await Run("other", "--set", "process.latitude=0"));

        var equal = await Invocation.Of("diff", first, same, "--json");
        var differ = await Invocation.Of("diff", first, other, "--json");

        Assert.Equal((ExitCode.Ok, ExitCode.RunsDiffer), (equal.Code, differ.Code));
        Assert.Null(equal.Json["first"]);
        Assert.Equal(
            ("scenario", "process.latitude"), ((string)differ.Json["first"]!["kind"]!, (string)differ.Json["first"]!["where"]!));
        Assert.Superset(
            new HashSet<string> { "scenario", "seal", "decision" },
            differ.Json["differences"]!.AsArray().Select(one => (string)one!["kind"]!).ToHashSet());
    }

    [Fact]
    public async Task Tables_graph_and_page_are_written_whole()
    {
        var run = await Run("first");
        foreach (var (format, files) in new[] { ("csv", 4), ("parquet", 4), ("jsonl", 4), ("graphml", 1), ("html", 1), ("odd", 1) })
        {
            var export = await Invocation.Of("export", run, "--format", format, "--json");
            Assert.True(export.Code == ExitCode.Ok, export.Out);
            var written = export.Json["files"]!.AsArray().Select(file => (string)file!).ToArray();
            Assert.Equal(files, written.Length);
            Assert.All(written, file => Assert.True(new FileInfo(file).Length > 50));
        }

        Assert.Equal(
            await File.ReadAllLinesAsync(Path.Combine(run, "circles.csv")),
            await File.ReadAllLinesAsync(Path.Combine(run, "export-csv/circles.csv")));
        Assert.Equal(
            (await File.ReadAllLinesAsync(Path.Combine(run, "events.jsonl"))).Length,
            (await File.ReadAllLinesAsync(Path.Combine(run, "export-jsonl/events.jsonl"))).Length);
        var graph = XDocument.Load(Path.Combine(run, "export-graphml/circles.graphml")).Descendants().ToLookup(one => one.Name.LocalName);
        Assert.Equal((13, 12), (graph["node"].Count(), graph["edge"].Count()));
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_exported()
    {
        var run = await Run("first");
        await File.WriteAllTextAsync(_folder.In("file"), "mine");

        var traces = await Invocation.Of("export", run, "--format", "otlp");
        var folder = await Invocation.Of("export", run, "--out", _folder.In("file"));
        var format = await Invocation.Of("export", run, "--format", "pdf");
        var none = await Invocation.Of("export", _folder.In("none"));

        Assert.All([traces, folder, format, none], one => Assert.Equal(ExitCode.Usage, one.Code));
        Assert.Contains("no traces", traces.Error, StringComparison.Ordinal);
        Assert.Contains(_folder.In("file"), folder.Error, StringComparison.Ordinal);
    }

    private async Task<string> Run(string name, params string[] arguments)
    {
        var folder = _folder.In(name);
        var run = await Invocation.With(Composition.OfProgram(),
            ["run", Town.In(_folder), "--driver", "reference", "--out", folder, "--quiet", .. arguments]);
        Assert.True(run.Code == ExitCode.Ok, run.Error);
        return folder;
    }
}
