using Federation.Storage.Sql;
using Federation.Testing.Postgres;
using Npgsql;

namespace Federation.Storage.Tests.Sql;

[Collection("postgres")]
public sealed class PostgresStoreTests(SharedServer server)
{
    [PostgresFact]
    public async Task Only_the_first_application_of_the_schema_works() =>
        await StoreContract.Only_the_first_application_works(await server.NewDatabase());

    [PostgresFact]
    public async Task Several_may_apply_the_schema_at_once() =>
        await StoreContract.Several_may_apply_it_at_once(await server.NewDatabase());

    [PostgresFact]
    public async Task Every_query_Orleans_asks_for_is_there() =>
        await StoreContract.Every_query_Orleans_asks_for_is_there(await server.NewDatabase());

    [PostgresFact]
    public async Task A_newer_schema_is_refused() =>
        await StoreContract.A_newer_schema_is_refused(await server.NewDatabase());

    [PostgresFact]
    public async Task One_of_several_writers_of_a_version_wins() =>
        await StoreContract.One_of_several_writers_of_a_version_wins(await server.NewDatabase());

    [PostgresFact]
    public async Task States_are_read_in_the_order_of_their_keys() =>
        await StoreContract.States_are_read_in_the_order_of_their_keys(await server.NewDatabase());

    [PostgresFact]
    public async Task A_wrong_password_is_named_and_not_shown()
    {
        var refused = await Refused(server.Address(password: "guessed"));

        Assert.Equal(StoreFault.Credentials, refused.Fault);
        Assert.DoesNotContain("guessed", refused.ToString());
    }

    [PostgresFact]
    public async Task A_database_that_does_not_exist_is_named() =>
        Assert.Equal(StoreFault.NoDatabase, (await Refused(server.Address(database: "nowhere"))).Fault);

    [PostgresFact]
    public async Task A_user_who_may_not_create_tables_is_told_so()
    {
        await server.Execute($"CREATE ROLE guest LOGIN PASSWORD '{PostgresServer.Password}'");

        Assert.Equal(StoreFault.MissingRight, (await Refused(server.Address(user: "guest"))).Fault);
    }

    [PostgresFact]
    public async Task A_server_whose_connections_are_all_taken_is_waited_for()
    {
        var database = new NpgsqlConnectionStringBuilder((await server.NewDatabase()).ConnectionString).Database!;
        await server.Execute($"CREATE ROLE crowd LOGIN PASSWORD '{PostgresServer.Password}' CONNECTION LIMIT 1");
        await server.Execute($"ALTER DATABASE {database} OWNER TO crowd");
        var store = server.Address(user: "crowd", database: database);
        await using var crowd = NpgsqlDataSource.Create(store.ConnectionString + ";Pooling=false");
        var taken = await crowd.OpenConnectionAsync();

        var applying = StoreSchema.ApplyAsync(store);
        var full = await Assert.ThrowsAsync<PostgresException>(async () => await crowd.OpenConnectionAsync());
        Assert.False(applying.IsCompleted);
        await taken.DisposeAsync();
        await applying;

        Assert.Equal(PostgresErrorCodes.TooManyConnections, full.SqlState);
        Assert.NotEqual(0, await StoreSchema.VersionOfAsync(store));
    }

    private static Task<StoreException> Refused(StoreAddress store) =>
        Assert.ThrowsAsync<StoreException>(() => StoreSchema.ApplyAsync(store));
}
