using System.Net;
using System.Net.Sockets;

namespace Federation.Cli.Clusters;

/// <summary>The connections between silos, each through a listener of this process, so that a silo can be cut from
/// the others while it, they and the store go on.</summary>
/// <remarks>
/// A cut holds back what is sent, in both directions, and lets it through when it heals: as a network does that
/// drops packets, with senders that send them again. Who opened a connection is read from the system's table of
/// sockets, as silos use one connection both ways. Linux only.
/// </remarks>
public sealed class Wires : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Wire> _wires = [];
    private readonly Dictionary<int, string> _silos = [];
    private TaskCompletionSource _healed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _cut = "";

    /// <summary>Where the others reach a silo that listens on a port; what led to an earlier life of it ends.</summary>
    public int Lay(string silo, int port)
    {
        var wire = new Wire(this, silo, port);
        lock (_gate)
        {
            if (_wires.Remove(silo, out var old)) old.Dispose();
            _wires[silo] = wire;
        }

        return wire.Port;
    }

    /// <summary>Says whose connections a process opens.</summary>
    public void Know(string silo, int pid)
    {
        lock (_gate) _silos[pid] = silo;
    }

    /// <summary>Cuts a silo from all others; only one at a time.</summary>
    public void Cut(string silo)
    {
        lock (_gate) _cut = silo;
    }

    public void Heal()
    {
        TaskCompletionSource healed;
        lock (_gate)
        {
            _cut = "";
            (healed, _healed) = (_healed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        healed.SetResult();
    }

    public void Dispose()
    {
        Heal();
        lock (_gate)
        {
            foreach (var wire in _wires.Values) wire.Dispose();
            _wires.Clear();
        }
    }

    /// <summary>Ends when nothing is cut between the two.</summary>
    internal async Task Open(string from, string to)
    {
        while (true)
        {
            Task healed;
            lock (_gate)
            {
                if (_cut.Length == 0 || (_cut != from && _cut != to)) return;
                healed = _healed.Task;
            }

            await healed.ConfigureAwait(false);
        }
    }

    /// <summary>Which silo opened a connection; empty for a stranger.</summary>
    internal string Opener(IPEndPoint from)
    {
        KeyValuePair<int, string>[] silos;
        lock (_gate) silos = [.. _silos];
        var socket = Sockets.InodeOf(from.Port);
        return socket is null ? ""
            : silos.FirstOrDefault(silo => Sockets.Has(silo.Key, socket), new KeyValuePair<int, string>(0, "")).Value;
    }
}

/// <summary>The listener before one silo.</summary>
internal sealed class Wire : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly Wires _all;
    private readonly string _silo;
    private readonly int _port;

    public Wire(Wires all, string silo, int port)
    {
        (_all, _silo, _port) = (all, silo, port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = Accept();
    }

    /// <summary>Where it is reached.</summary>
    public int Port { get; }

    public void Dispose()
    {
        _over.Cancel();
        _listener.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Carry(await _listener.AcceptSocketAsync(_over.Token).ConfigureAwait(false));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Nobody listens any longer.
        }
    }

    private async Task Carry(Socket from)
    {
        using var silo = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using (from)
        {
            try
            {
                from.NoDelay = true;
                var opener = _all.Opener((IPEndPoint)from.RemoteEndPoint!);
                await _all.Open(opener, _silo).WaitAsync(_over.Token).ConfigureAwait(false);
                await silo.ConnectAsync(IPAddress.Loopback, _port, _over.Token).ConfigureAwait(false);
                // Whichever side ends first ends both.
                await Task.WhenAny(Pump(from, silo, opener), Pump(silo, from, opener)).ConfigureAwait(false);
            }
            catch (Exception over) when (over is OperationCanceledException or SocketException)
            {
                // The silo is gone, or not there yet: whoever connected sees it closed.
            }
        }
    }

    private async Task Pump(Socket from, Socket to, string opener)
    {
        var buffer = new byte[BufferBytes];
        try
        {
            while (await from.ReceiveAsync(buffer, _over.Token).ConfigureAwait(false) is var count and > 0)
            {
                await _all.Open(opener, _silo).WaitAsync(_over.Token).ConfigureAwait(false);
                for (var sent = 0; sent < count;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), _over.Token).ConfigureAwait(false);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // One side is gone.
        }
    }
}

/// <summary>Linux's table of sockets.</summary>
internal static class Sockets
{
    private const int LocalAddress = 1, Inode = 9;

    /// <summary>The socket whose own end is a loopback port, as it is called among a process's files.</summary>
    public static string? InodeOf(int port)
    {
        var end = $":{port:X4}";
        foreach (var table in (string[])["/proc/net/tcp", "/proc/net/tcp6"])
        {
            foreach (var line in File.ReadLines(table).Skip(1))
            {
                var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (fields[LocalAddress].EndsWith(end, StringComparison.Ordinal)) return $"socket:[{fields[Inode]}]";
            }
        }

        return null;
    }

    public static bool Has(int pid, string socket)
    {
        try
        {
            return Directory.EnumerateFiles($"/proc/{pid}/fd").Any(file => new FileInfo(file).LinkTarget == socket);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
