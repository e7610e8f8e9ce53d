using Federation.Storage.Sql;

namespace Federation.Storage.Tests.Sql;

/// <summary>Stores that cannot be used, and what a person is told.</summary>
public sealed class StoreRefusalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_in_place_of_the_file_is_named()
    {
        Directory.CreateDirectory(_folder.File("store.db"));

        Assert.Equal(StoreFault.IsDirectory, (await Refused(_folder.Store())).Fault);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_alone()
    {
        var text = new string('x', 4096);
        await File.WriteAllTextAsync(_folder.File("store.db"), text);

        Assert.Equal(StoreFault.NotADatabase, (await Refused(_folder.Store())).Fault);
        Assert.Equal(text, await File.ReadAllTextAsync(_folder.File("store.db")));
    }

    [Fact]
    public async Task A_folder_that_is_a_file_is_named()
    {
        await File.WriteAllTextAsync(_folder.File("taken"), "");

        Assert.Equal(StoreFault.Folder, (await Refused(_folder.Store("taken/store.db"))).Fault);
    }

    // Nobody may make files there, not even root, to whom the rights of ordinary folders mean nothing.
    [Fact]
    public async Task A_folder_one_may_not_write_is_named()
    {
        if (!OperatingSystem.IsLinux()) return;

        var refused = await Refused(new StoreAddress.Sqlite("/sys/store.db"));

        Assert.Equal(StoreFault.Permission, refused.Fault);
        Assert.Equal("/sys/store.db", refused.Where);
    }

    [Fact]
    public async Task A_full_disk_is_named_and_what_was_stored_is_intact()
    {
        var store = _folder.Store();
        await StoreSchema.ApplyAsync(store);
        await using (var source = store.Source())
        await using (var connection = await source.OpenConnectionAsync())
        {
            await using var quota = connection.CreateCommand();
            quota.CommandText = "PRAGMA max_page_count = 1";
            await quota.ExecuteScalarAsync();
            await using var full = connection.CreateCommand();
            full.CommandText = "INSERT INTO OrleansQuery VALUES ('big', zeroblob(9000000))";
            var thrown = await Assert.ThrowsAnyAsync<Exception>(() => full.ExecuteNonQueryAsync());

            var explained = StoreRefusal.Explain(store, thrown);

            Assert.Equal(StoreFault.DiskFull, explained!.Fault);
        }

        await StoreContract.Every_query_Orleans_asks_for_is_there(store);
    }

    [Fact]
    public async Task Reading_a_store_that_is_not_there_makes_none()
    {
        var reader = new CircleStateReader(_folder.Store(), "service");

        var refused = await Assert.ThrowsAsync<StoreException>(() => reader.FindAsync("circle", "run/world"));

        Assert.Equal(StoreFault.Missing, refused.Fault);
        Assert.False(File.Exists(_folder.File("store.db")));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named()
    {
        // Port 1 is reserved and nobody's.
        var refused = await Refused(StoreAddress.Parse("postgres://user:secret@127.0.0.1:1/federation"));

        Assert.Equal(StoreFault.Unreachable, refused.Fault);
        Assert.Equal("postgres:user@127.0.0.1:1/federation", refused.Where);
        Assert.DoesNotContain("secret", refused.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("store.db")]
    [InlineData("sqlite:")]
    [InlineData("mysql:Host=here")]
    [InlineData("postgres:NoSuchKeyword=1")]
    [InlineData("postgres://")]
    public void What_is_no_address_is_refused(string text) =>
        Assert.Equal(StoreFault.Address, Assert.Throws<StoreException>(() => StoreAddress.Parse(text)).Fault);

    [Theory]
    [InlineData("sqlite:/srv/a.db")]
    [InlineData("postgres:Host=here;Password=secret")]
    public void An_address_reads_back_as_it_was(string text) =>
        Assert.Equal(text, StoreAddress.Parse(text).Text);

    private static Task<StoreException> Refused(StoreAddress store) =>
        Assert.ThrowsAsync<StoreException>(() => StoreSchema.ApplyAsync(store));
}
