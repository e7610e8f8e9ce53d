using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Federation.Governance.Logbooks;

namespace Federation.Grains.Tracing;

/// <summary>A silo's figures, for whoever listens to the meter; they cost nothing while nobody does.</summary>
/// <remarks>No circle or decision is an attribute: figures are of levels and outcomes.</remarks>
internal sealed class CircleMeters : IDisposable
{
    public const string Name = "Federation";

    // The SDK's own buckets begin at 5 and suit milliseconds; a silo's death alone takes 1 to 10 s.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900],
    };

    private static readonly InstrumentAdvice<int> Rounds = new() { HistogramBucketBoundaries = [1, 2, 3, 4, 5, 7, 10] };

    private static readonly InstrumentAdvice<long> Circles = new()
    {
        HistogramBucketBoundaries = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000],
    };

    private readonly Meter _meter = new(Name);
    private readonly string _silo;
    private readonly Histogram<int> _rounds;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _lag;
    private readonly Histogram<long> _reach;
    private readonly Counter<long> _objections;
    private readonly Counter<long> _decisions;
    private readonly UpDownCounter<long> _active;

    public CircleMeters(SiloGauge gauge, ILocalSiloDetails silo)
    {
        _silo = silo.Name;
        _rounds = _meter.CreateHistogram(
            "decision.rounds", "{round}", "Consent rounds of the owner's meeting", tags: null, Rounds);
        _duration = _meter.CreateHistogram(
            "decision.duration", "s",
            "From when the owner passes a decision on until the last circle below has answered", tags: null, Seconds);
        _lag = _meter.CreateHistogram(
            "spread.lag", "s", "From when the owner passes a decision on until a circle below has dealt with it",
            tags: null, Seconds);
        _reach = _meter.CreateHistogram(
            "spread.circles", "{circle}", "Circles a decision went to", tags: null, Circles);
        _objections = _meter.CreateCounter<long>("objection.count", "{objection}");
        _decisions = _meter.CreateCounter<long>("decision.count", "{decision}");
        _active = _meter.CreateUpDownCounter<long>("circle.active", "{circle}", "Circles in memory");
        _meter.CreateObservableCounter("circle.asked_again", () => gauge.AskedAgain, "{request}");
        _meter.CreateObservableCounter("span.dropped", () => gauge.SpansDropped, "{span}");
    }

    public bool IsOn => _decisions.Enabled || _active.Enabled;

    public void Activated(string level, int change) =>
        _active.Add(change, new("level", level), new("silo", _silo));

    /// <summary>A decision went all the way down.</summary>
    /// <param name="circles">Circles asked on the way.</param>
    public void Spread(TimeSpan took, long circles)
    {
        _duration.Record(took.TotalSeconds);
        _reach.Record(circles);
    }

    /// <summary>A circle dealt with a decision that came from above.</summary>
    public void Reached(string level, TimeSpan after) =>
        _lag.Record(after.TotalSeconds, new KeyValuePair<string, object?>("level", level));

    /// <summary>What a circle just stored.</summary>
    public void Count(string level, ImmutableArray<Entry> entries)
    {
        foreach (var matter in entries.Where(entry => entry.Decision > 0).GroupBy(entry => entry.Decision))
        {
            ImmutableArray<Entry> said = [.. matter];
            foreach (var round in said.Where(entry => entry.Kind == EntryKind.ObjectionRaised)
                .GroupBy(entry => entry.Round))
            {
                var answer = said.FirstOrDefault(entry =>
                    Outcome.IsIntegration(entry.Kind) && entry.Round == round.Key);
                _objections.Add(
                    round.Count(), new("state", Outcome.StateOf(answer)), new("level", level));
            }

            if (said.All(entry => entry.Kind != EntryKind.Proposed)) continue;
            var outcome = Outcome.Of(said);
            if (outcome is "adopted" or "parked")
                _decisions.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
            _rounds.Record(Outcome.RoundsIn(said));
        }
    }

    public void Dispose() => _meter.Dispose();
}
