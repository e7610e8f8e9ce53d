using Federation.Storage.Sql;

namespace Federation.Storage.Tests.Sql;

[Collection("postgres")]
public sealed class PostgresStoreTests(PostgresServer server)
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

        Assert.Equal(StoreFault.NoCreateRight, (await Refused(server.Address(user: "guest"))).Fault);
    }

    private static Task<StoreException> Refused(StoreAddress store) =>
        Assert.ThrowsAsync<StoreException>(() => StoreSchema.ApplyAsync(store));
}
