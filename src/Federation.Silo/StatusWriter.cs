using Federation.Contracts.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Silo;

/// <summary>Keeps the silo's status file fresh: four times a second, and at once when its status changes.</summary>
internal sealed class StatusWriter : ISiloStatusListener, IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    private readonly string _file;
    private readonly SiloSelf _self;
    private readonly ISiloStatusOracle _oracle;
    private readonly Lock _gate = new();
    private readonly Timer _timer;

    private StatusWriter(string file, IServiceProvider services)
    {
        _file = file;
        _self = services.GetRequiredService<SiloSelf>();
        _oracle = services.GetRequiredService<ISiloStatusOracle>();
        _oracle.SubscribeToSiloStatusEvents(this);
        _timer = new Timer(_ => Write(), state: null, TimeSpan.Zero, Period);
    }

    /// <summary>Null when no file was asked for.</summary>
    public static StatusWriter? Start(LaunchOptions options, IServiceProvider services) =>
        options.StatusFile.Length == 0 ? null : new StatusWriter(options.StatusFile, services);

    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status)
    {
        if (updatedSilo.Equals(_oracle.SiloAddress)) Write();
    }

    public void Dispose()
    {
        _timer.Dispose();
        _oracle.UnSubscribeFromSiloStatusEvents(this);
        Write();
    }

    private void Write()
    {
        // A status file that cannot be written (the folder is gone) is no reason to lose a silo.
        try
        {
            lock (_gate) _self.Report().WriteTo(_file);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException) { }
    }
}
