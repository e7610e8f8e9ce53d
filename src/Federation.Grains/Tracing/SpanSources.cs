using System.Collections.Concurrent;
using System.Diagnostics;

namespace Federation.Grains.Tracing;

/// <summary>Where a silo's spans go: one source for each level of circles, so that colour means level.</summary>
/// <param name="opened">Called with a level and its source's name before the source is made: whoever
/// exports listens from then on. Null when nothing is traced.</param>
/// <remarks>A silo learns of levels only when a run begins, so each is opened when it is first met.</remarks>
public sealed class SpanSources(Action<string, string>? opened, SpanSampling sampling) : IDisposable
{
    /// <summary>Sources are named so, followed by the level.</summary>
    public const string Prefix = "Federation.";

    private readonly ConcurrentDictionary<string, Lazy<ActivitySource>> _ofLevel = new(StringComparer.Ordinal);

    /// <summary>No spans at all.</summary>
    public static SpanSources None => new(null, new SpanSampling());

    public bool IsOn => opened is not null;

    public SpanSampling Sampling => sampling;

    internal ActivitySource Of(string level) => _ofLevel.GetOrAdd(level, Open).Value;

    public void Dispose()
    {
        foreach (var source in _ofLevel.Values) source.Value.Dispose();
    }

    private Lazy<ActivitySource> Open(string level) => new(() =>
    {
        opened?.Invoke(level, Prefix + level);
        return new ActivitySource(
            Prefix + level, typeof(SpanSources).Assembly.GetName().Version?.ToString(3) ?? "");
    });
}

/// <summary>Which pages are kept.</summary>
/// <param name="Ratio">The share of pages below the first, 0..1; null to keep all up to
/// <see cref="CirclesWhole"/> circles and as many of a larger federation.</param>
/// <param name="Limited">Whether first pages and elections are limited per second.</param>
public sealed record SpanSampling(double? Ratio = null, bool Limited = true)
{
    public const long CirclesWhole = 12_000;
    public const int FirstPagesPerSecond = 50;
    public const int ElectionsPerSecond = 10;

    /// <summary>Objections of one decision and silo kept from pages that are not.</summary>
    public const int LateObjectionsMost = 100;

    internal double RatioFor(long circles) =>
        Ratio ?? Math.Min(1, (double)CirclesWhole / Math.Max(1, circles));
}

/// <summary>So many in a second and no more.</summary>
internal sealed class Limiter(int perSecond, TimeProvider clock)
{
    private long _second;
    private int _taken;
    private readonly Lock _gate = new();

    public bool Take()
    {
        var second = clock.GetUtcNow().ToUnixTimeSeconds();
        lock (_gate)
        {
            if (second != _second) (_second, _taken) = (second, 0);
            return _taken++ < perSecond;
        }
    }
}
