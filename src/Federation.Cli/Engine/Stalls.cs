using System.Diagnostics;

namespace Federation.Cli.Engine;

/// <summary>How long answers stopped coming after each loss of a silo.</summary>
/// <remarks>Seen through the silos' reports, which are written four times a second, so a stall
/// is known to about a quarter of a second.</remarks>
internal sealed class Stalls
{
    private readonly List<double> _seconds = [];
    private long _since;
    private long _answered;
    private bool _stalled;

    public IReadOnlyList<double> Seconds => _seconds;

    /// <summary>A silo was lost now.</summary>
    public void Begin() => (_since, _stalled) = (Stopwatch.GetTimestamp(), true);

    /// <summary>So many answers were given by now.</summary>
    public void See(long answered)
    {
        if (_stalled && answered > _answered && Stopwatch.GetElapsedTime(_since).TotalSeconds > 0.3)
        {
            _seconds.Add(Stopwatch.GetElapsedTime(_since).TotalSeconds);
            _stalled = false;
        }

        _answered = answered;
    }
}
