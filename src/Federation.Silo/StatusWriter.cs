using System.Diagnostics;
using System.Diagnostics.Metrics;
using Federation.Contracts.Hosting;
using Federation.Grains;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Silo;

/// <summary>Keeps the silo's status file fresh: four times a second, and at once when its status changes.</summary>
internal sealed class StatusWriter : ISiloStatusListener, IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    private readonly LaunchOptions _options;
    private readonly Endpoints _endpoints;
    private readonly SiloGauge _gauge;
    private readonly ISiloStatusOracle _oracle;
    private readonly Process _process = Process.GetCurrentProcess();
    private readonly DateTimeOffset _since;
    private readonly MeterListener _meters = new();
    private readonly Lock _gate = new();
    private readonly Timer _timer;
    private long _activations;

    private StatusWriter(LaunchOptions options, Endpoints endpoints, IServiceProvider services)
    {
        (_options, _endpoints) = (options, endpoints);
        _gauge = services.GetRequiredService<SiloGauge>();
        _oracle = services.GetRequiredService<ISiloStatusOracle>();
        _since = _process.StartTime.ToUniversalTime();
        _meters.InstrumentPublished = (instrument, meters) =>
        {
            if (instrument.Name == "orleans-catalog-activations") meters.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<int>((_, count, _, _) => _activations = count);
        _meters.SetMeasurementEventCallback<long>((_, count, _, _) => _activations = count);
        _meters.Start();
        _oracle.SubscribeToSiloStatusEvents(this);
        _timer = new Timer(_ => Write(), state: null, TimeSpan.Zero, Period);
    }

    /// <summary>Null when no file was asked for.</summary>
    public static StatusWriter? Start(LaunchOptions options, Endpoints endpoints, IServiceProvider services) =>
        options.StatusFile.Length == 0 ? null : new StatusWriter(options, endpoints, services);

    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status)
    {
        if (updatedSilo.Equals(_oracle.SiloAddress)) Write();
    }

    public void Dispose()
    {
        _timer.Dispose();
        _oracle.UnSubscribeFromSiloStatusEvents(this);
        Write();
        _meters.Dispose();
    }

    private void Write()
    {
        // A status file that cannot be written (the folder is gone) is no reason to lose a silo.
        try
        {
            lock (_gate) Report().WriteTo(_options.StatusFile);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException) { }
    }

    private SiloReport Report()
    {
        _meters.RecordObservableInstruments();
        _process.Refresh();
        return new SiloReport(
            _options.Name, Environment.ProcessId, _endpoints.Peers.ToString(), _endpoints.Gateway.ToString(),
            _oracle.CurrentStatus.ToString(), _since, _activations, _gauge.Answered, _gauge.AskedAgain,
            _gauge.Restarts, _process.TotalProcessorTime.TotalSeconds, _process.PeakWorkingSet64,
            _gauge.SpansDropped);
    }
}
