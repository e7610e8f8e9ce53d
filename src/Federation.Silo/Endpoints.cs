using System.Net;
using System.Net.Sockets;
using Federation.Contracts.Hosting;

namespace Federation.Silo;

/// <summary>Where a silo is reached: by its peers, and by clients through its gateway.</summary>
/// <param name="Listens">Where its peers' connections arrive: at <paramref name="Peers"/>, unless something
/// stands between.</param>
internal sealed record Endpoints(IPEndPoint Peers, IPEndPoint Listens, IPEndPoint Gateway)
{
    /// <summary>Where the dashboard answers; null for nowhere. Never another address than loopback.</summary>
    public IPEndPoint? Dashboard { get; private init; }

    public bool IsLoopback => IPAddress.IsLoopback(Peers.Address);

    /// <exception cref="FormatException">The address is neither a word we know nor an IP address, or a port
    /// is none.</exception>
    public static Endpoints Of(LaunchOptions options)
    {
        var address = options.Address switch
        {
            "loopback" => IPAddress.Loopback,
            "auto" => FirstOfThisHost(),
            var text => IPAddress.TryParse(text, out var parsed)
                ? parsed
                : throw new FormatException($"Address '{text}': write loopback, auto or an IP address."),
        };
        return new Endpoints(
            At(address, options.SiloPort),
            At(address, options.ListenPort == 0 ? options.SiloPort : options.ListenPort),
            At(address, options.GatewayPort))
        {
            Dashboard = options.DashboardPort == 0 ? null : At(IPAddress.Loopback, options.DashboardPort),
        };
    }

    /// <summary>Fails early and plainly, before a silo has begun to join.</summary>
    /// <exception cref="SocketException">Another process listens on one of the ports.</exception>
    public void RequireFree()
    {
        RequireFree(Listens, StartFailures.PortInUse);
        RequireFree(Gateway, StartFailures.PortInUse);
        if (Dashboard is not null) RequireFree(Dashboard, StartFailures.DashboardPortInUse);
    }

    private static void RequireFree(IPEndPoint endpoint, string otherwise)
    {
        using var probe = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Bind(endpoint);
            probe.Listen(1);
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            throw new PortTakenException(otherwise, endpoint);
        }
    }

    private static IPEndPoint At(IPAddress address, int port) => port is > 0 and <= IPEndPoint.MaxPort
        ? new IPEndPoint(address, port)
        : throw new FormatException($"Port {port}: write a number from 1 to {IPEndPoint.MaxPort}.");

    // IPv4 where there is any: a name that leads to loopback only leaves the silo there.
    private static IPAddress FirstOfThisHost()
    {
        try
        {
            return Dns.GetHostAddresses(Dns.GetHostName())
                .Where(address => !IPAddress.IsLoopback(address) && !address.IsIPv6LinkLocal)
                .OrderBy(address => address.AddressFamily is AddressFamily.InterNetwork ? 0 : 1)
                .FirstOrDefault() ?? IPAddress.Loopback;
        }
        catch (SocketException unknown)
        {
            throw new FormatException(
                $"Address 'auto': this host's name, {Dns.GetHostName()}, leads nowhere ({unknown.Message}). Write an "
                + "IP address.");
        }
    }
}

/// <summary>Another process listens where this silo should.</summary>
internal sealed class PortTakenException(string what, IPEndPoint endpoint)
    : Exception($"{what}: {endpoint}. Stop what listens there, or choose another port.");
