using System.Net;
using System.Net.Sockets;
using Federation.Contracts.Hosting;

namespace Federation.Silo;

/// <summary>Where a silo is reached: by its peers, and by clients through its gateway.</summary>
/// <param name="Listens">Where its peers' connections arrive: at <paramref name="Peers"/>, unless something
/// stands between.</param>
internal sealed record Endpoints(IPEndPoint Peers, IPEndPoint Listens, IPEndPoint Gateway)
{
    public bool IsLoopback => IPAddress.IsLoopback(Peers.Address);

    /// <exception cref="FormatException">The address is neither a word we know nor an IP address.</exception>
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
            new IPEndPoint(address, options.SiloPort),
            new IPEndPoint(address, options.ListenPort == 0 ? options.SiloPort : options.ListenPort),
            new IPEndPoint(address, options.GatewayPort));
    }

    /// <summary>Fails early and plainly, before a silo has begun to join.</summary>
    /// <exception cref="SocketException">Another process listens on one of the ports.</exception>
    public void RequireFree()
    {
        foreach (var endpoint in (IPEndPoint[])[Listens, Gateway])
        {
            using var probe = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                probe.Bind(endpoint);
                probe.Listen(1);
            }
            catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse)
            {
                throw new PortTakenException(endpoint);
            }
        }
    }

    private static IPAddress FirstOfThisHost() =>
        Dns.GetHostAddresses(Dns.GetHostName(), AddressFamily.InterNetwork)
            .FirstOrDefault(address => !IPAddress.IsLoopback(address)) ?? IPAddress.Loopback;
}

/// <summary>Another process listens where this silo should.</summary>
internal sealed class PortTakenException(IPEndPoint endpoint)
    : Exception($"{StartFailures.PortInUse}: {endpoint}. Stop what listens there, or choose another port.");
