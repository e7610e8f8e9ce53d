using System.Net;
using System.Net.Sockets;
using Federation.Cli.Terminals;
using Federation.Storage.Scenarios;
using Microsoft.Data.Sqlite;

namespace Federation.Cli.Commands;

/// <summary>One thing looked at.</summary>
/// <param name="Found">What is there, with its unit.</param>
/// <param name="Fix">What to do; empty when nothing is wrong.</param>
internal sealed record Finding(string Name, bool Ok, string Found, string Fix);

/// <summary>What a machine needs to run federations.</summary>
internal static class Checkup
{
    private const double GigaByte = 1e9;

    public static IEnumerable<Finding> All() =>
    [
        Of(".NET runtime", Environment.Version.Major >= 10, $"{Environment.Version}",
            "Install the .NET 10 SDK: https://dotnet.microsoft.com/download"),
        Of("processors", true, $"{Environment.ProcessorCount}", ""),
        Memory(),
        Disk(),
        Looked("this folder", Writable, "Go to a folder you may write in, or name one with --out"),
        Looked("embedded store", Sqlite, "Restore the packages: dotnet restore"),
        Looked("loopback", Loopback, "Allow local connections on 127.0.0.1"),
        Looked("shipped scenarios", () => $"{ScenarioCatalogue.List().Length} load",
            "Build again: dotnet build"),
        Silo(),
    ];

    private static Finding Memory()
    {
        var bytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return Of("memory", bytes >= 2 * GigaByte, $"{bytes / GigaByte:0.0} GB",
            "Run smaller scenarios, or with one silo: federation run cohousing --silos 1");
    }

    private static Finding Disk()
    {
        var free = new DriveInfo(Path.GetFullPath(".")).AvailableFreeSpace;
        return Of(
            "free disk", free >= GigaByte, $"{free / GigaByte:0.0} GB",
            "Free some space, or name another folder with --out");
    }

    private static Finding Silo()
    {
        var folder = AppContext.BaseDirectory;
        var found = Directory
            .EnumerateFiles(folder, "federation-silo*", SearchOption.AllDirectories)
            .FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == "federation-silo");
        return Of(
            "silo program", found is not null, found is null ? "not beside the console"
            : Path.GetRelativePath(folder, found),
            "Build the whole solution: dotnet build Federation.sln -c Release");
    }

    private static string Writable()
    {
        var probe = $".federation-{Guid.NewGuid():N}";
        File.WriteAllText(probe, "");
        File.Delete(probe);
        return "writable";
    }

    private static string Sqlite()
    {
        using var store = new SqliteConnection("Data Source=:memory:");
        store.Open();
        return $"SQLite {store.ServerVersion}";
    }

    private static string Loopback()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        // A loopback that is switched off lets itself be listened on all the same.
        var at = (IPEndPoint)socket.LocalEndpoint;
        using var client = new TcpClient();
        client.Connect(at);
        return $"open, for example on port {at.Port}";
    }

    private static Finding Looked(string name, Func<string> look, string fix)
    {
        try
        {
            return Of(name, true, look(), fix);
        }
        catch (Exception found)
        {
            return Of(name, false, FailureReader.Read(found).Message, fix);
        }
    }

    private static Finding Of(string name, bool ok, string found, string fix) => new(
        name, ok, found, ok ? "" : fix);
}
