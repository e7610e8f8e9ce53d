using System.Collections.Concurrent;
using System.Diagnostics;
using OpenTelemetry;

namespace Federation.Telemetry;

/// <summary>Batches spans for an exporter, and counts those it has no room for.</summary>
/// <remarks>
/// Like the SDK's batch processor, which does not say how many it drops and whose queue of 2,048
/// lost most of a burst. The OTEL_BSP_ variables still size it.
/// </remarks>
internal sealed class SpanQueue : BaseExportProcessor<Activity>
{
    private const int RoomUsual = 65_536;
    private const int BatchUsual = 2_048;
    private const int DelayUsual = 500;

    private readonly ConcurrentQueue<Activity> _waiting = new();
    private readonly Action<long> _dropped;
    private readonly int _room = Sized("OTEL_BSP_MAX_QUEUE_SIZE", RoomUsual);
    private readonly int _batch = Sized("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", BatchUsual);
    private readonly int _delay = Sized("OTEL_BSP_SCHEDULE_DELAY", DelayUsual);
    private readonly ManualResetEventSlim _full = new();
    private readonly Lock _exporting = new();
    private readonly Thread _thread;
    private volatile bool _ending;
    private int _count;

    public SpanQueue(BaseExporter<Activity> exporter, Action<long> dropped) : base(exporter)
    {
        _dropped = dropped;
        _thread = new Thread(Work) { IsBackground = true, Name = "spans" };
        _thread.Start();
    }

    protected override void OnExport(Activity data)
    {
        if (!data.Recorded) return;
        var count = Interlocked.Increment(ref _count);
        if (count > _room)
        {
            Interlocked.Decrement(ref _count);
            _dropped(1);
            return;
        }

        _waiting.Enqueue(data);
        if (count == _batch) _full.Set();
    }

    protected override bool OnForceFlush(int timeoutMilliseconds)
    {
        ExportAll();
        return exporter.ForceFlush(timeoutMilliseconds);
    }

    protected override bool OnShutdown(int timeoutMilliseconds)
    {
        _ending = true;
        _full.Set();
        _thread.Join(timeoutMilliseconds);
        ExportAll();
        return exporter.Shutdown(timeoutMilliseconds);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _full.Dispose();
    }

    private void Work()
    {
        while (!_ending)
        {
            _full.Wait(_delay);
            _full.Reset();
            ExportAll();
        }
    }

    private void ExportAll()
    {
        lock (_exporting)
        {
            while (Take() is { Length: > 0 } spans)
            {
                if (exporter.Export(new Batch<Activity>(spans, spans.Length)) == ExportResult.Failure)
                    _dropped(spans.Length);
            }
        }
    }

    private Activity[] Take()
    {
        var spans = new List<Activity>(Math.Min(_batch, _waiting.Count));
        while (spans.Count < _batch && _waiting.TryDequeue(out var span)) spans.Add(span);
        Interlocked.Add(ref _count, -spans.Count);
        return [.. spans];
    }

    private static int Sized(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var set) && set > 0 ? set : usual;
}
