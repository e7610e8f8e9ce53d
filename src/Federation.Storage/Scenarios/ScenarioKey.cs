using System.Collections.Immutable;

namespace Federation.Storage.Scenarios;

/// <summary>What a key's value is written as.</summary>
public enum KeyKind
{
    /// <summary>Text of one line.</summary>
    Text,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A finite number, decimals allowed.</summary>
    Number,

    /// <summary>A whole number from 0 to 2^64 - 1.</summary>
    Seed,

    /// <summary>A path segment: lower-case letters, digits and hyphens.</summary>
    Segment,

    /// <summary>A circle's path: segments joined by '/'.</summary>
    Circle,

    /// <summary>A time span: "12 months", "90 days" or a number of days.</summary>
    Term,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>A list of path segments.</summary>
    Segments,

    /// <summary>A list of words out of a few, each at most once.</summary>
    Choices,

    /// <summary>A list of whole numbers.</summary>
    Wholes,

    /// <summary>A list of numbers.</summary>
    Numbers,

    /// <summary>Names with a number each.</summary>
    NumbersByName,

    /// <summary>A list of circles written like the one that contains them.</summary>
    Circles,
}

/// <summary>One key of a scenario file: everything that is known about it, in one row.</summary>
/// <param name="Path">Where it stands: "process.shaping"; "[]" marks the elements of a
/// list.</param>
/// <param name="Meaning">What it decides, a sentence.</param>
/// <remarks>
/// Reading, overrides, errors, the published schema and the guide's table all come from these rows.
/// </remarks>
public sealed record ScenarioKey(string Path, KeyKind Kind, string Meaning)
{
    /// <summary>The unit of its numbers; empty for a plain share or count.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What holds when the key is absent; null when something must be given or it follows
    /// from other keys, which <see cref="Meaning"/> then says.</summary>
    public object? Default { get; init; }

    /// <summary>The least and greatest number, both allowed; for a list, of each element.</summary>
    public double Low { get; init; } = double.NegativeInfinity;

    public double High { get; init; } = double.PositiveInfinity;

    /// <summary>The words a <see cref="KeyKind.Choice"/> may be.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    public bool Required { get; init; }

    /// <summary>The one or more kinds of federation it belongs to; empty for every
    /// scenario.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>The last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('.') + 1)..].Replace(
        "[]", "", StringComparison.Ordinal);

    public bool HasRange => double.IsFinite(Low) || double.IsFinite(High);

    /// <summary>"0 to 1", "at least 1", as an error or a table says it.</summary>
    public string Range => (double.IsFinite(Low), double.IsFinite(High)) switch
    {
        (true, true) => $"{Low} to {High}",
        (true, false) => $"at least {Low}",
        (false, true) => $"at most {High}",
        _ => "",
    };
}
