using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>Live progress on standard error: phase, share, rate, time left, silos up.</summary>
/// <remarks>
/// On a terminal one line is drawn over and over; elsewhere a plain line is written. Either way
/// something is said every second, because a silent program looks like a dead one.
/// </remarks>
internal sealed class ProgressView : IProgress<RunProgress>, IDisposable
{
    private readonly TextWriter _error;
    private readonly bool _drawn;
    private readonly int _width;
    private readonly TimeProvider _clock;
    private readonly ITimer? _timer;
    private readonly Lock _turn = new();
    private readonly long _began;
    private RunProgress _last = new("starting", 0, 0, 0, 0);
    private long _phaseBegan;
    private long _doneBefore;
    private bool _over;

    private ProgressView(TextWriter error, bool drawn, int width, TimeProvider clock, bool silent)
    {
        (_error, _drawn, _width, _clock) = (error, drawn, width, clock);
        _began = _phaseBegan = clock.GetTimestamp();
        if (silent)
        {
            _over = true;
            return;
        }

        var each = TimeSpan.FromMilliseconds(drawn ? 250 : 1000);
        _timer = clock.CreateTimer(_ => Tick(), null, each, each);
    }

    public static ProgressView For(Session session, TimeProvider clock) => new(
        session.Terminal.Error, session.Terminal.ErrorIsTerminal && session.Color,
            session.Terminal.Width,
        clock, session.Quiet);

    public void Report(RunProgress value)
    {
        lock (_turn)
        {
            if (_over) return;
            var isNewPhase = value.Phase != _last.Phase;
            if (isNewPhase) (_phaseBegan, _doneBefore) = (_clock.GetTimestamp(), value.Done);
            _last = value;
            if (isNewPhase) Write();
        }
    }

    /// <summary>Says where things stand now; the timer calls it.</summary>
    public void Tick()
    {
        lock (_turn)
            if (!_over) Write();
    }

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_turn)
        {
            if (!_over && _drawn) _error.Write("\r\u001b[K");
            _over = true;
        }
    }

    private void Write()
    {
        var line = Plain.Text(Line());
        if (_drawn) _error.Write(
            $"\r\u001b[K{(line.Length < _width ? line : line[..(_width - 1)])}");
        else _error.WriteLine(line);
        _error.Flush();
    }

    private string Line()
    {
        var seconds = _clock.GetElapsedTime(_phaseBegan).TotalSeconds;
        var rate = seconds >= 0.5 ? (_last.Done - _doneBefore) / seconds : 0;
        var parts = new List<string> { $"{_clock.GetElapsedTime(_began).TotalSeconds,5:0.0} s",
            _last.Phase };
        if (_last.Total > 0)
            parts.Add(
                $"{_last.Done:#,0} of {_last.Total:#,0} {_last.What} "
                + $"({100.0 * _last.Done / _last.Total:0} %)");
        else if (_last.Done > 0) parts.Add($"{_last.Done:#,0} {_last.What}");
        if (rate > 0) parts.Add($"{rate:#,0}/s");
        if (rate > 0 && _last.Total > _last.Done) parts.Add(
            $"{(_last.Total - _last.Done) / rate:0} s left");
        if (_last.Silos > 0) parts.Add($"{_last.SilosUp} of {_last.Silos} silos up");
        return string.Join("  ", parts);
    }
}
