using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Federation.Cli.Clusters;
using Federation.EndToEnd.Tests.Runs;
using Federation.EndToEnd.Tests.Tracing;
using Federation.Storage.Sql;

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
        foreach (var silo in silos)
            _silos.Add(Start(
                ComposeFile.Entrypoint(silo.Dockerfile), Here(silo.Environment, server, receiver, SiloPorts())));
        await Deadline.Until("all silos say how they are", () => Answering(server, silos.Count));

        var console = _compose["console"];
        var run = await ConsoleRun.End(Start(
            [.. console.List("entrypoint"), .. console.List("command"), "--json", "--quiet"],
            Here(console.Environment, server, receiver, [])));

        Assert.NotEmpty(TestRuns.Seal(run));
        Assert.Equal(run.Json.GetProperty("referenceSeal").GetString(), run.Json.GetProperty("seal").GetString());
        Assert.Equal("postgres", run.Json.GetProperty("storage").GetString());
        Assert.Equal(silos.Count, run.Json.GetProperty("silos").GetInt32());
        foreach (var silo in _silos) (await Stopped(silo)).Succeeded();
        Assert.Equal(
            silos.Select(silo => silo.Environment["FEDERATION_NAME"]).Order(),
            receiver.Spans.Select(span => span.Instance).Distinct().Order());
    }

    private static async Task<bool> Answering(PostgresServer server, int silos)
    {
        try
        {
            await using var client = await ClusterClient.ConnectAsync(
                StoreAddress.Parse(server.AddressOf("federation")), "federation", "federation", Deadline.Usual);
            return (await client.ReportsAsync()).Count(silo => silo.Status == "Active") == silos;
        }
        catch (Exception early) when (early is NoClusterException or OrleansException or StoreException)
        {
            return false;
        }
    }

    /// <summary>Starts a container's program from where it was built instead of from its image.</summary>
    private static Process Start(string[] words, Dictionary<string, string> environment)
    {
        Assert.Equal("dotnet", words[0]);
        var start = new ProcessStartInfo("dotnet", words[1..].Select(word =>
            word.Replace("/app/", $"{ConsoleRun.Folder}/", StringComparison.Ordinal)))
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>An environment with hosts' names made addresses: containers have ports of their own.</summary>
    private static Dictionary<string, string> Here(
        IReadOnlyDictionary<string, string> environment, PostgresServer server, OtlpReceiver receiver,
        Dictionary<string, string> ports) => environment.Select(pair => (pair.Key, Value: pair.Value
            .Replace("Host=postgres;", $"Host=127.0.0.1;Port={server.Port};", StringComparison.Ordinal)
            .Replace("http://collector:4317", receiver.Grpc, StringComparison.Ordinal)))
        .Select(pair => pair.Key == "FEDERATION_ADDRESS" ? (pair.Key, Value: "loopback") : pair)
        .Concat(ports.Select(port => (port.Key, port.Value)))
        .ToDictionary(pair => pair.Key, pair => pair.Value);

    /// <summary>Ports of this machine that are free just now: beside each other silos cannot have the same.</summary>
    private static Dictionary<string, string> SiloPorts()
    {
        using var silo = new TcpListener(IPAddress.Loopback, 0);
        using var gateway = new TcpListener(IPAddress.Loopback, 0);
        silo.Start();
        gateway.Start();
        return new()
        {
            ["FEDERATION_SILO_PORT"] = $"{((IPEndPoint)silo.LocalEndpoint).Port}",
            ["FEDERATION_GATEWAY_PORT"] = $"{((IPEndPoint)gateway.LocalEndpoint).Port}",
        };
    }

    /// <summary>How a silo ends when its container is stopped.</summary>
    private static async Task<ConsoleRun> Stopped(Process silo)
    {
        ProcessIdentity.Of(silo).AskToStop();
        return await ConsoleRun.End(silo);
    }
}
