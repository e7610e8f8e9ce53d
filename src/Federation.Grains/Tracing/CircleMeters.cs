using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Federation.Governance.Logbooks;

namespace Federation.Grains.Tracing;

/// <summary>A silo's figures, for whoever listens to the meter; they cost nothing while nobody does.</summary>
/// <remarks>No circle or decision is an attribute: figures are of levels and outcomes.</remarks>
internal sealed class CircleMeters : IDisposable
{
    public const string Name = "Federation";

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
        _rounds = _meter.CreateHistogram<int>("decision.rounds", "{round}", "Consent rounds of the owner's meeting");
        _duration = _meter.CreateHistogram<double>(
            "decision.duration", "s",
            "From when the owner passes a decision on until the last circle below has answered");
        _lag = _meter.CreateHistogram<double>(
            "spread.lag", "s", "From when the owner passes a decision on until a circle below has dealt with it");
        _reach = _meter.CreateHistogram<long>("spread.circles", "{circle}", "Circles a decision went to");
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
