using System.Net;
using System.Net.Sockets;

namespace Federation.Cli.Clusters;

/// <summary>Ports nobody listens on just now; another process may take one before it is used.</summary>
internal static class FreePorts
{
    public static (int Silo, int Gateway) Pair()
    {
        // Both are held open together, so that they differ.
        using var silo = new TcpListener(IPAddress.Loopback, 0);
        using var gateway = new TcpListener(IPAddress.Loopback, 0);
        silo.Start();
        gateway.Start();
        return (PortOf(silo), PortOf(gateway));
    }

    private static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;
}
