using System.Diagnostics;
using Federation.Cli.Clusters;
using Federation.EndToEnd.Tests.Runs;
using Federation.EndToEnd.Tests.Tracing;
using Federation.Testing.Postgres;

namespace Federation.EndToEnd.Tests.Deploying;

/// <summary>The processes of docker-compose.yml without containers: the same programs, commands and
/// environment; only names of hosts become addresses on loopback.</summary>
[Collection("processes")]
public sealed class ComposeRunTests : IDisposable
{
    private static readonly Dictionary<string, string> Passwords = new()
    {
        ["POSTGRES_PASSWORD"] = "one", ["FEDERATION_PASSWORD"] = "two",
    };

    private readonly ComposeFile _compose = ComposeFile.Read(Passwords);
    private readonly DirectoryInfo _runs = Directory.CreateTempSubdirectory("federation-compose-");
    private readonly List<Process> _silos = [];

    public void Dispose()
    {
        foreach (var silo in _silos)
        {
            if (!silo.HasExited) silo.Kill();
            silo.Dispose();
        }

        _runs.Delete(recursive: true);
    }

    [PostgresFact]
    public async Task Three_silos_run_a_decision_and_leave_when_told()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var receiver = await OtlpReceiver.StartAsync();
        foreach (var script in _compose["postgres"].Files)
            await server.RunScriptAsync(Path.Combine(ComposeFile.Checkout, script), _compose["postgres"].Environment);

        var silos = _compose.Services.Where(service => service.Dockerfile.Length > 0).ToList();
        var environments = silos.ToDictionary(
            silo => silo.Name, silo => Here(silo, server, receiver, Ports.OfSilo()));
        foreach (var silo in silos) _silos.Add(Start(ComposeFile.Entrypoint(silo.Dockerfile), environments[silo.Name]));
        foreach (var silo in silos)
            await Deadline.Until($"{silo.Name} is healthy", () => IsHealthy(silo, environments[silo.Name]));

        var console = _compose["console"];
        var run = await ConsoleRun.End(Start(
            [.. console.List("entrypoint"), .. console.List("command"), "--json", "--quiet"],
            Here(console, server, receiver, [])));

        Assert.NotEmpty(TestRuns.Seal(run));
        Assert.Equal(run.Json.GetProperty("referenceSeal").GetString(), run.Json.GetProperty("seal").GetString());
        Assert.Equal("postgres", run.Json.GetProperty("storage").GetString());
        Assert.Equal(silos.Count, run.Json.GetProperty("silos").GetInt32());
        foreach (var silo in _silos) (await Stopped(silo)).Succeeded();
        Assert.Equal(
            silos.Select(silo => silo.Environment["FEDERATION_NAME"]).Append("console").Order(),
            receiver.Spans.Select(span => span.Instance).Distinct().Order());
    }

    /// <summary>What the engine would run in the silo's container to ask for its health.</summary>
    private async Task<bool> IsHealthy(ComposeService silo, Dictionary<string, string> environment)
    {
        var asked = silo.Healthcheck;
        Assert.Equal("CMD", asked[0]);
        return (await ConsoleRun.End(Start([.. asked.Skip(1)], environment))).ExitCode == 0;
    }

    /// <summary>Starts a container's program from where it was built instead of from its image.</summary>
    private Process Start(string[] words, Dictionary<string, string> environment)
    {
        Assert.Equal("dotnet", words[0]);
        var start = new ProcessStartInfo("dotnet", words[1..].Select(word =>
            word.Replace("/app/", $"{ConsoleRun.Folder}/", StringComparison.Ordinal)
                .Replace("/runs/", $"{_runs.FullName}/", StringComparison.Ordinal)))
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>An environment with hosts' names made addresses: containers have ports
    /// and files of their own.</summary>
    private Dictionary<string, string> Here(
        ComposeService service, PostgresServer server, OtlpReceiver receiver,
        Dictionary<string, string> ports) => service.Environment.Select(pair => (pair.Key, Value: pair.Value
            .Replace("/run/federation/", $"{_runs.FullName}/{service.Name}-", StringComparison.Ordinal)
            .Replace("Host=postgres;", $"Host=127.0.0.1;Port={server.Port};", StringComparison.Ordinal)
            .Replace("http://collector:4317", receiver.Grpc, StringComparison.Ordinal)))
        .Select(pair => pair.Key == "FEDERATION_ADDRESS" ? (pair.Key, Value: "loopback") : pair)
        .Concat(ports.Select(port => (port.Key, port.Value)))
        .ToDictionary(pair => pair.Key, pair => pair.Value);

    /// <summary>How a silo ends when its container is stopped.</summary>
    private static async Task<ConsoleRun> Stopped(Process silo)
    {
        ProcessIdentity.Of(silo).AskToStop();
        return await ConsoleRun.End(silo);
    }
}
