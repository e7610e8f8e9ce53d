using System.Net;
using System.Net.Sockets;
using Federation.Cli.Commands;
using Federation.Storage.Sql;
using Federation.Testing.Postgres;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Federation.Cli.Tests;

/// <summary>Each problem docs/guide/troubleshoot.md says the doctor finds.</summary>
public sealed class SetUpTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nothing_named_is_nothing_looked_at() => Assert.Empty(Look());

    [Theory]
    [InlineData("postgres:Host=127.0.0.1;Port=1;Username=federation;Database=federation;Timeout=1")]
    [InlineData("mysql:somewhere")]
    public void A_store_that_cannot_be_used(string store) => IsFound("store", ("FEDERATION_STORE", store));

    [Fact]
    public void A_file_that_is_no_database()
    {
        var file = Path.Combine(_folder.Path, "notes.txt");
        File.WriteAllText(file, new string('x', 5000));

        IsFound("store", ("FEDERATION_STORE", $"sqlite:{file}"));
    }

    [Fact]
    public void A_store_of_a_newer_version()
    {
        var file = Path.Combine(_folder.Path, "store.db");
        using (var store = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            store.Open();
            using var command = store.CreateCommand();
            command.CommandText = "CREATE TABLE FederationSchema (Version integer); INSERT INTO FederationSchema VALUES (99)";
            command.ExecuteNonQuery();
        }

        var finding = IsFound("store", ("FEDERATION_STORE", $"sqlite:{file}"));
        Assert.Contains("newer", finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_collector_that_does_not_listen()
    {
        IsFound("collector", ("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://127.0.0.1:{NobodysPort()}"));
        IsFound("collector", ("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost"));
    }

    [Fact]
    public void A_collector_that_listens_is_well()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var finding = Assert.Single(Look(("OTEL_EXPORTER_OTLP_ENDPOINT",
            $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}")));

        Assert.True(finding.Ok);
    }

    [Fact]
    public void A_Jaeger_that_does_not_answer() =>
        IsFound("Jaeger", ("FEDERATION_JAEGER", $"http://127.0.0.1:{NobodysPort()}"));

    [Fact]
    public void A_sampler_nobody_knows_and_a_share_that_is_none()
    {
        IsFound("sampler", ("OTEL_TRACES_SAMPLER", "sometimes"));
        IsFound("sampler", ("OTEL_TRACES_SAMPLER", "traceidratio"), ("OTEL_TRACES_SAMPLER_ARG", "half"));
    }

    [Theory]
    [InlineData("FEDERATION_SILO_PORT")]
    [InlineData("FEDERATION_GATEWAY_PORT")]
    [InlineData("FEDERATION_DASHBOARD_PORT")]
    [InlineData("OTEL_EXPORTER_PROMETHEUS_PORT")]
    public void A_port_somebody_listens_on_and_a_number_that_is_none(string variable)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        IsFound("port", (variable, $"{((IPEndPoint)listener.LocalEndpoint).Port}"));
        IsFound("port", (variable, "70000"));
        Assert.True(Assert.Single(Look((variable, $"{NobodysPort()}"))).Ok);
    }

    [Fact]
    public void An_address_that_is_not_this_machines()
    {
        IsFound("address", ("FEDERATION_ADDRESS", "192.0.2.1"));
        IsFound("address", ("FEDERATION_ADDRESS", "everywhere"));
        Assert.Empty(Look(("FEDERATION_ADDRESS", "127.0.0.1")));
    }

    [Fact]
    public async Task A_silo_that_has_been_joining_for_long()
    {
        var file = Path.Combine(_folder.Path, "members.db");
        await StoreSchema.ApplyAsync(new StoreAddress.Sqlite(file), default);
        await using (var store = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            await store.OpenAsync();
            await using var command = store.CreateCommand();
            command.CommandText =
                """
                INSERT INTO OrleansMembershipVersionTable (DeploymentId, Timestamp, Version) VALUES ('federation', '2026-01-01', 1);
                INSERT INTO OrleansMembershipTable
                    (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
                VALUES ('federation', '127.0.0.1', 11111, 1, 'silo-7', 'here', 2, 30000, '2026-01-01', '2026-01-01')
                """;
            await command.ExecuteNonQueryAsync();
        }

        var finding = Assert.Single(Look(("FEDERATION_STORE", $"sqlite:{file}")), one => !one.Ok);
        Assert.Equal("members", finding.Name);
        Assert.Contains("silo-7", finding.Found, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_server_with_another_role_or_database_few_connections_or_none()
    {
        await using var server = await PostgresServer.StartAsync();
        await server.Execute($"CREATE ROLE silos LOGIN PASSWORD '{PostgresServer.Password}'");
        var store = server.ConnectionString("silos");
        var well = Look(("FEDERATION_STORE", $"postgres:{store}"));
        var pages = new[] { server.ConnectionString("silo"), server.ConnectionString("silos", database: "federation") }
            .Select(other => IsFound("store", ("FEDERATION_STORE", $"postgres:{other}")).Found).ToArray();
        await using var others = new Crowd(store);

        await others.Come(75);
        var few = IsFound("connections", ("FEDERATION_STORE", $"postgres:{store}"));
        await others.Come(int.MaxValue);
        var none = IsFound("store", ("FEDERATION_STORE", $"postgres:{store}"));

        Assert.All(well, finding => Assert.True(finding.Ok, finding.Found));
        Assert.Contains("password", pages[0], StringComparison.Ordinal);
        Assert.Contains("federation", pages[1], StringComparison.Ordinal);
        Assert.Contains("21 connections left", few.Found, StringComparison.Ordinal);
        Assert.Contains("connection slots", none.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_variable()
    {
        var finding = IsFound("variable", ("FEDERATION_STOER", "sqlite:x"));

        Assert.Contains("FEDERATION_STORE", finding.Fix, StringComparison.Ordinal);
    }

    private static Finding IsFound(string name, params (string Name, string Value)[] variables)
    {
        var finding = Assert.Single(Look(variables), one => !one.Ok);
        Assert.Equal(name, finding.Name);
        Assert.NotEmpty(finding.Fix);
        return finding;
    }

    private static Finding[] Look(params (string Name, string Value)[] variables)
    {
        var set = variables.ToDictionary(pair => pair.Name, pair => pair.Value);
        return [.. new SetUp(name => set.GetValueOrDefault(name), set.Keys).All()];
    }

    private static int NobodysPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Whoever else uses the server.</summary>
    private sealed class Crowd(string server) : IAsyncDisposable
    {
        private readonly List<NpgsqlConnection> _open = [];

        /// <summary>So many, or as many as are let in.</summary>
        public async Task Come(int most)
        {
            try
            {
                for (var i = 0; i < most; i++)
                {
                    _open.Add(new NpgsqlConnection($"{server};Pooling=false"));
                    await _open[^1].OpenAsync();
                }
            }
            catch (PostgresException full) when (full.SqlState == PostgresErrorCodes.TooManyConnections)
            {
                // Nobody else is let in.
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var one in _open) await one.DisposeAsync();
        }
    }
}
