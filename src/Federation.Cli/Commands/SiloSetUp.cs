using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Federation.Contracts.Hosting;
using Federation.Storage.Sql;

namespace Federation.Cli.Commands;

/// <summary>What a silo started with these variables would meet: its ports, its address, the others in its
/// store.</summary>
/// <param name="read">Reads a variable.</param>
internal sealed class SiloSetUp(Func<string, string?> read)
{
    /// <summary>As many as one more silo takes, and a console beside it.</summary>
    private const long ConnectionsLeast = 24;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan JoinsWithin = TimeSpan.FromMinutes(6);
    private static readonly string[] Ports =
    [
        "FEDERATION_SILO_PORT", "FEDERATION_GATEWAY_PORT", "FEDERATION_DASHBOARD_PORT",
        "OTEL_EXPORTER_PROMETHEUS_PORT",
    ];

    public IEnumerable<Finding> All() =>
        [.. Ports.SelectMany(Port), .. Address(), .. Store(Connections), .. Store(Joining)];

    private IEnumerable<Finding> Port(string variable)
    {
        if (read(variable) is not { Length: > 0 } text) yield break;
        if (!int.TryParse(text, out var port) || port is < 1 or > IPEndPoint.MaxPort)
        {
            yield return new Finding(
                "port", false, $"{variable}={text} is no port", $"Write a number from 1 to {IPEndPoint.MaxPort}");
            yield break;
        }

        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        Finding found;
        try
        {
            probe.Bind(new IPEndPoint(IPAddress.Any, port));
            found = new Finding("port", true, $"{port} is free", "");
        }
        catch (SocketException taken)
        {
            found = new Finding(
                "port", false, $"{variable}={port}: {taken.Message}",
                "Stop what listens there, or choose another port");
        }

        yield return found;
    }

    private IEnumerable<Finding> Address()
    {
        if (read("FEDERATION_ADDRESS") is not { Length: > 0 } text || text is "loopback" or "auto") yield break;
        if (!IPAddress.TryParse(text, out var address))
            yield return new Finding(
                "address", false, $"FEDERATION_ADDRESS={text} is none", "Write loopback, auto or an IP address");
        else if (!NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(one => one.GetIPProperties().UnicastAddresses).Any(one => one.Address.Equals(address)))
            yield return new Finding(
                "address", false, $"{text} is not this machine's, so no silo can listen there",
                "Write the address by which the other silos reach this machine, or auto");
    }

    private IEnumerable<Finding> Store(Func<StoreAddress, CancellationToken, Finding?> look)
    {
        if (read("FEDERATION_STORE") is not { Length: > 0 } text) return [];
        using var late = new CancellationTokenSource(Patience);
        try
        {
            return look(StoreAddress.Parse(text), late.Token) is { } finding ? [finding] : [];
        }
        catch (Exception gone) when (gone is StoreException or OperationCanceledException)
        {
            // A store that cannot be used is a finding of its own.
            return [];
        }
    }

    private static Finding? Connections(StoreAddress store, CancellationToken stop) =>
        StoreRoom.FreeConnectionsAsync(store, stop).GetAwaiter().GetResult() is { } free and < ConnectionsLeast
            ? new Finding(
                "connections", false, $"{store} has {free} connections left, a silo takes up to {ConnectionsLeast}",
                "Raise the server's max_connections, or write 'Maximum Pool Size' into the address")
            : null;

    private Finding? Joining(StoreAddress store, CancellationToken stop)
    {
        var cluster = read("FEDERATION_CLUSTER_ID") is { Length: > 0 } named ? named : new LaunchOptions().ClusterId;
        var stuck = SiloRows.ReadAsync(store, cluster, stop).GetAwaiter().GetResult()
            .FirstOrDefault(silo => silo.Status == "Joining" && DateTime.UtcNow - silo.Since > JoinsWithin);
        return stuck is null ? null : new Finding(
            "members", false, $"{stuck.Name} at {stuck.Address} has been joining since {stuck.Since:u}",
            "It cannot reach a silo the table calls alive: check its FEDERATION_ADDRESS, then start it again");
    }
}
