using Federation.Storage.Sql;
using Federation.Testing.Postgres;

namespace Federation.Storage.Tests.Sql;

/// <summary>One server for all tests that need one; none on a machine without.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private PostgresServer _server = null!;

    public async Task InitializeAsync()
    {
        if (PostgresServer.Binaries is not null) _server = await PostgresServer.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    public StoreAddress.Postgres Address(
        string user = PostgresServer.Superuser, string password = PostgresServer.Password,
        string database = "postgres") => new(_server.ConnectionString(user, password, database));

    /// <summary>An empty database.</summary>
    public async Task<StoreAddress.Postgres> NewDatabase() => new(await _server.NewDatabase());

    public Task Execute(string sql) => _server.Execute(sql);
}

[CollectionDefinition("postgres")]
public sealed class PostgresTests : ICollectionFixture<SharedServer>;
