using Federation.EndToEnd.Tests.Runs;
using Federation.Testing.Postgres;
using k8s.Models;
using Npgsql;

namespace Federation.EndToEnd.Tests.Deploying;

/// <summary>The role that silos use in containers owns its database and may do nothing else.</summary>
[Collection("processes")]
public sealed class DatabaseRoleTests
{
    private static readonly string Script = Path.Combine(ComposeFile.Checkout, "deploy", "postgres", "federation.sh");

    [PostgresFact]
    public async Task It_may_use_its_own_database_only()
    {
        await using var server = await PostgresServer.StartAsync();
        await server.RunScriptAsync(Script, new Dictionary<string, string> { ["FEDERATION_PASSWORD"] = "two" });
        await server.Execute("CREATE ROLE stranger LOGIN PASSWORD 'three'");
        var own = server.ConnectionString("federation", "two", "federation");

        await Do(own, "CREATE TABLE kept (circle text); INSERT INTO kept VALUES ('town'); DROP TABLE kept");

        string[] beyond =
        [
            "CREATE ROLE another", "CREATE DATABASE another", "ALTER ROLE federation SUPERUSER",
            "SELECT * FROM pg_authid", "COPY (SELECT 1) TO '/federation-outside'", "COPY (SELECT 1) TO PROGRAM 'true'",
            "SELECT pg_read_file('postgresql.conf')", "SET ROLE owner",
        ];
        foreach (var sql in beyond) Assert.Equal((sql, "42501"), (sql, await Refused(own, sql)));
        Assert.Equal("42501", await Refused(server.ConnectionString("stranger", "three", "federation"), "SELECT 1"));
        Assert.Equal("28P01", await Refused(server.ConnectionString("federation", "one", "federation"), "SELECT 1"));
    }

    /// <summary>As in production: one role makes the tables, the silos' own reads and writes rows.</summary>
    [PostgresFact]
    public async Task Silos_decide_as_a_role_that_may_read_and_write_rows_only()
    {
        await using var server = await PostgresServer.StartAsync();
        await server.RunScriptAsync(Script, new Dictionary<string, string> { ["FEDERATION_PASSWORD"] = "two" });
        await server.Execute("CREATE ROLE silos LOGIN PASSWORD 'four'");
        var owner = server.ConnectionString("federation", "two", "federation");
        var silos = server.ConnectionString("silos", "four", "federation");
        await Do(owner, "GRANT CONNECT ON DATABASE federation TO silos");
        using var runs = new TestRuns();

        (await Migrate(owner, grantTo: "")).Succeeded();
        var without = await ConsoleRun.End(runs.Start("without", Store(silos), Run));
        var granted = (await Migrate(owner, grantTo: "silos")).Succeeded();
        var with = await ConsoleRun.End(runs.Start("with", Store(silos), Run));

        Assert.Equal(1, without.ExitCode);
        Assert.Contains("FEDERATION_GRANT_TO", without.Json.GetProperty("error").GetProperty("remedy").GetString());
        Assert.Contains("silos may read and write its rows", granted.Output, StringComparison.Ordinal);
        Assert.Equal(TestRuns.Seal(await runs.Run("reference", "run", "cohousing", "--driver", "reference")), TestRuns.Seal(with));
        string[] beyond =
        [
            "CREATE TABLE another (circle text)", "DROP TABLE orleansstorage", "TRUNCATE orleansstorage",
            "DELETE FROM federationschema", "UPDATE orleansquery SET querytext = ''",
            "ALTER TABLE orleansstorage ADD COLUMN another text", "CREATE SCHEMA another",
        ];
        foreach (var sql in beyond) Assert.Equal((sql, "42501"), (sql, await Refused(silos, sql)));
    }

    /// <summary>kustomize takes no file from outside its folder, so the script stands there again.</summary>
    [Fact]
    public void In_Kubernetes_local_database_it_is_the_same_role()
    {
        var local = Manifests.Of(Path.Combine(Manifests.Folder, "overlays", "local", "postgres.yaml"));

        var script = Assert.Single(local.One<V1ConfigMap>("postgres-first-start").Data);
        var server = local.One<V1StatefulSet>("postgres").Spec.Template.Spec;

        Assert.Equal(File.ReadAllText(Script), script.Value);
        var container = Assert.Single(server.Containers);
        Assert.Contains(container.VolumeMounts, mount => mount.MountPath == "/docker-entrypoint-initdb.d"
            && server.Volumes.Single(volume => volume.Name == mount.Name).ConfigMap.Name == "postgres-first-start");
        Assert.DoesNotContain(container.Env, variable => variable.Name is "POSTGRES_USER" or "POSTGRES_DB");
        Assert.Equal(2, container.Env.Where(variable => variable.ValueFrom?.SecretKeyRef is not null)
            .Select(variable => variable.ValueFrom.SecretKeyRef.Key).Distinct().Count());
    }

    private static readonly string[] Run = ["run", "cohousing", "--silos", "2", "--storage", "postgres"];

    private static Dictionary<string, string> Store(string connection) => new() { ["FEDERATION_STORE"] = $"postgres:{connection}" };

    private static async Task<ConsoleRun> Migrate(string connection, string grantTo)
    {
        var environment = Store(connection);
        environment["FEDERATION_GRANT_TO"] = grantTo;
        using var migration = ConsoleRun.Start("silo/federation-silo.dll", environment, ["--migrate"]);
        return await ConsoleRun.End(migration);
    }

    private static async Task<string> Refused(string connection, string sql) =>
        (await Assert.ThrowsAsync<PostgresException>(() => Do(connection, sql))).SqlState;

    private static async Task Do(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create($"{connection};Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
