using System.Diagnostics;
using System.Reflection;
using Federation.EndToEnd.Tests.Runs;

namespace Federation.EndToEnd.Tests.Tracing;

/// <summary>deploy/smoke against a stand-in for Jaeger that answers from the spans it received.</summary>
[Collection("processes")]
public sealed class SmokeTests : IDisposable
{
    private static readonly string Program = Path.Combine(
        typeof(SmokeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "Smoke").Value!, "federation-smoke.dll");

    private readonly TestRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public async Task It_finds_a_run_in_Jaeger_and_says_what_is_missing_of_another()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var other = await OtlpReceiver.StartAsync();
        (await ConsoleRun.End(_runs.Start("smoked", new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Grpc, ["OTEL_TRACES_SAMPLER"] = "always_on",
        }, ["run", "demo", "--silos", "3"]))).Succeeded();

        var whole = (await Smoke(receiver.Http)).Succeeded();
        var nothing = await Smoke(other.Http);
        var nobody = await Smoke($"http://127.0.0.1:{Deploying.Ports.Free()}");

        Assert.Matches("[0-9]{3,} spans on [0-9]+ pages, services .*world", whole.Output);
        Assert.Equal(1, nothing.ExitCode);
        Assert.Contains("Jaeger does not know it", nothing.Errors, StringComparison.Ordinal);
        Assert.Equal(3, nobody.ExitCode);
    }

    private Task<ConsoleRun> Smoke(string jaeger)
    {
        var start = new ProcessStartInfo("dotnet", [Program, jaeger, _runs.Folder("smoked")])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        return ConsoleRun.End(Process.Start(start)!);
    }
}
