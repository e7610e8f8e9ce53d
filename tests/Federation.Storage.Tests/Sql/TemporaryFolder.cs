using Federation.Storage.Sql;
using Microsoft.Data.Sqlite;

namespace Federation.Storage.Tests.Sql;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("federation-store-");

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public StoreAddress.Sqlite Store(string name = "store.db") => new(File(name));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
