using System.Diagnostics;
using System.Diagnostics.Metrics;
using Federation.Contracts.Hosting;
using Federation.Grains;

namespace Federation.Silo;

/// <summary>How this silo is: what it writes to its status file and says to clients that ask.</summary>
internal sealed class SiloSelf : IDisposable
{
    private readonly LaunchOptions _options;
    private readonly Endpoints _endpoints;
    private readonly SiloGauge _gauge;
    private readonly ISiloStatusOracle _oracle;
    private readonly Process _process = Process.GetCurrentProcess();
    private readonly DateTimeOffset _since;
    private readonly MeterListener _meters = new();
    private readonly Lock _gate = new();
    private long _activations;

    public SiloSelf(LaunchOptions options, Endpoints endpoints, SiloGauge gauge, ISiloStatusOracle oracle)
    {
        (_options, _endpoints, _gauge, _oracle) = (options, endpoints, gauge, oracle);
        _since = _process.StartTime.ToUniversalTime();
        _meters.InstrumentPublished = (instrument, meters) =>
        {
            if (instrument.Name == "orleans-catalog-activations") meters.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<int>((_, count, _, _) => _activations = count);
        _meters.SetMeasurementEventCallback<long>((_, count, _, _) => _activations = count);
        _meters.Start();
    }

    public SiloReport Report()
    {
        lock (_gate)
        {
            _meters.RecordObservableInstruments();
            _process.Refresh();
            return new SiloReport(
                _options.Name, Environment.ProcessId, _endpoints.Peers.ToString(), _endpoints.Gateway.ToString(),
                _oracle.CurrentStatus.ToString(), _since, _options.Durability, _activations, _gauge.Answered,
                _gauge.AskedAgain, _gauge.Forgotten, _process.TotalProcessorTime.TotalSeconds,
                _process.PeakWorkingSet64, _gauge.SpansDropped);
        }
    }

    public void Dispose() => _meters.Dispose();
}
