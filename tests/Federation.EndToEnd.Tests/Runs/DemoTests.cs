namespace Federation.EndToEnd.Tests.Runs;

/// <summary>The main job.</summary>
[Collection("processes")]
public sealed class DemoTests : IDisposable
{
    private static readonly string[] Contract =
    [
        "command", "version", "ok", "scenario", "seed", "rule", "silos", "driver", "durability", "storage",
        "circles", "people", "cycles", "seal", "silosLost", "askedAgain", "restarts", "lost", "doubled",
        "represented", "harm", "outsideTolerance", "counterfactual", "reversedBy", "wallSeconds", "cpuSeconds",
        "peakMemoryBytes", "runDirectory", "traceFile", "report", "decisions",
    ];

    private static readonly string[] DecisionContract =
    [
        "id", "title", "circle", "effect", "outcome", "version", "proposed", "decided", "objections", "integrated",
        "circlesAsked", "circlesCarried", "circlesAdapted", "circlesUnresolved", "circlesDeclined",
        "reviewRequests", "variances", "rung", "levelsUp", "levelsDown", "personHours", "weeks", "traceId",
    ];

    private readonly TestRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public async Task It_loses_a_silo_and_nothing_else()
    {
        var demo = await ConsoleRun.Of("demo", "--keep", _runs.Folder("demo"), "--json", "--quiet");

        Assert.NotEmpty(TestRuns.Seal(demo));
        var report = demo.Json;
        Assert.Equal(report.GetProperty("referenceSeal").GetString(), report.GetProperty("seal").GetString());
        Assert.Equal((1, 0), (TestRuns.Number(report, "silosLost"), TestRuns.Number(report, "restarts")));
        Assert.All(Contract, name => Assert.True(report.TryGetProperty(name, out _), name));
        var decision = report.GetProperty("decisions")[0];
        Assert.All(DecisionContract, name => Assert.True(decision.TryGetProperty(name, out _), name));
        Assert.Equal(3, report.GetProperty("counterfactual").GetArrayLength());
        foreach (var file in (string[])["run.json", "store.db", "seals.jsonl", "events.jsonl", "report.html"])
            Assert.True(File.Exists(Path.Combine(_runs.Folder("demo"), file)), file);
        Assert.Empty(_runs.Silos("demo"));
    }

    [Theory]
    [InlineData("No circle 'town/c99'", "run", "{0}", "--set", "agenda.1.circle=town/c99")]
    [InlineData("demo", "run", "dmeo")]
    [InlineData("lost only once", "run", "demo", "--silos", "3", "--kill", "2@30%", "--kill", "2@60%")]
    [InlineData("cannot be lost", "run", "demo", "--silos", "2", "--kill", "1@30%", "--kill", "2@60%")]
    public async Task What_cannot_be_run_is_refused_with_2_and_what_helps(string words, params string[] arguments)
    {
        string[] filled = [.. arguments.Select(word => word == "{0}" ? TestRuns.Scenario("wide") : word)];

        var refused = await _runs.Run("refused", filled);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(words, refused.Output);
    }
}
