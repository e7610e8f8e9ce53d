using System.Net;
using System.Net.Sockets;

namespace Federation.EndToEnd.Tests.Deploying;

/// <summary>Ports of this machine that are free just now: beside each other silos cannot have the same.</summary>
internal static class Ports
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The two a silo needs, as its environment names them.</summary>
    public static Dictionary<string, string> OfSilo()
    {
        using var silo = new TcpListener(IPAddress.Loopback, 0);
        using var gateway = new TcpListener(IPAddress.Loopback, 0);
        silo.Start();
        gateway.Start();
        return new()
        {
            ["FEDERATION_SILO_PORT"] = $"{((IPEndPoint)silo.LocalEndpoint).Port}",
            ["FEDERATION_GATEWAY_PORT"] = $"{((IPEndPoint)gateway.LocalEndpoint).Port}",
        };
    }
}
