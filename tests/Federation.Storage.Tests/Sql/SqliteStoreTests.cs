namespace Federation.Storage.Tests.Sql;

public sealed class SqliteStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Only_the_first_application_of_the_schema_works() =>
        StoreContract.Only_the_first_application_works(_folder.Store());

    [Fact]
    public Task Several_may_apply_the_schema_at_once() =>
        StoreContract.Several_may_apply_it_at_once(_folder.Store());

    [Fact]
    public Task Every_query_Orleans_asks_for_is_there() =>
        StoreContract.Every_query_Orleans_asks_for_is_there(_folder.Store());

    [Fact]
    public Task A_newer_schema_is_refused() => StoreContract.A_newer_schema_is_refused(_folder.Store());

    [Fact]
    public Task One_of_several_writers_of_a_version_wins() =>
        StoreContract.One_of_several_writers_of_a_version_wins(_folder.Store());

    [Fact]
    public Task States_are_read_in_the_order_of_their_keys() =>
        StoreContract.States_are_read_in_the_order_of_their_keys(_folder.Store());
}
