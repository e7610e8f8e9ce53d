using Federation.Governance.Federating;
using Orleans.CodeGeneration;
using Request = Federation.Governance.Federating.Request;

namespace Federation.Contracts.Circles;

/// <summary>A circle on the cluster. Its key is "run/path".</summary>
[Alias("federation.circle"), Version(1)]
public interface ICircleGrain : IGrainWithStringKey
{
    /// <summary>Asks the circle; asking again with the same request gives the same answer.</summary>
    /// <param name="trace">Where the asker's span is, as a W3C traceparent; null when it has none.
    /// Never part of the request, of what is stored, or of a seal.</param>
    [Alias("ask"), ResponseTimeout("00:10:00")]
    Task<Told> Ask(Request request, string? trace);

    /// <summary>The circle's last stored state in its canonical encoding, or null when nothing
    /// happened in it; readable while it is at work.</summary>
    [Alias("standing"), Orleans.Concurrency.AlwaysInterleave]
    Task<byte[]?> Standing();
}

/// <summary>What a circle said: an answer, or why it cannot give one.</summary>
/// <param name="Answer">Null exactly when it refused.</param>
/// <param name="Refusal">Meaningful only without an answer.</param>
/// <param name="Raised">Where spans of the matters and objections it passes on are; null where nothing
/// is traced. Never part of an answer.</param>
[GenerateSerializer, Immutable, Alias("federation.told")]
public sealed record Told(
    [property: Id(0)] Answer? Answer, [property: Id(1)] byte Refusal, [property: Id(2)] string Why,
    [property: Id(3)] RaisedAt[]? Raised = null)
{
    public static Told Of(Answer answer, RaisedAt[]? raised = null) => new(answer, 0, "", raised);

    public static Told Of(Refusal refusal, string why) => new(null, (byte)refusal, why);
}

/// <summary>Where in the traces something that went up can be found.</summary>
/// <param name="Decide">The circle's own span, as a W3C traceparent.</param>
/// <param name="Raise">The span of its objection, likewise; empty when it passed on without one.</param>
[GenerateSerializer, Immutable, Alias("federation.raised-at")]
public sealed record RaisedAt(
    [property: Id(0)] int Decision, [property: Id(1)] string Circle, [property: Id(2)] string Decide,
    [property: Id(3)] string Raise);
