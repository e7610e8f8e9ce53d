using System.Collections.Immutable;

namespace Federation.Storage.Scenarios;

/// <summary>One thing wrong with a scenario.</summary>
/// <param name="File">The file as the reader named it, or "--set" for an override.</param>
/// <param name="Line">From 1; 0 when the error belongs to no line.</param>
/// <param name="Column">From 1; 0 when the error belongs to no line.</param>
/// <param name="Key">The key's path with list positions from 1: "agenda.1.term"; may be
/// empty.</param>
/// <param name="Reason">What is wrong and why, a sentence without its full stop.</param>
/// <param name="Remedy">What helps, a sentence without its full stop.</param>
public sealed record ScenarioError(
    string File, int Line, int Column, string Key, string Reason, string Remedy)
{
    /// <summary>File, line and column in the form editors jump to.</summary>
    public string Where => Line > 0 ? $"{File}:{Line}:{Column}" : File;

    public override string ToString() =>
        $"{Where}: {(Key.Length > 0 ? Key + ": " : "")}{Reason}. {Remedy}.";
}

/// <summary>A scenario cannot be used; carries everything found wrong with it, not just the
/// first.</summary>
public sealed class ScenarioException : Exception
{
    public ScenarioException() { }
    public ScenarioException(string message) : base(message) { }
    public ScenarioException(string message, Exception inner) : base(message, inner) { }

    public ScenarioException(ImmutableArray<ScenarioError> errors)
        : base(string.Join(Environment.NewLine, errors)) => Errors = errors;

    /// <summary>In file order; at least one when a scenario was read.</summary>
    public ImmutableArray<ScenarioError> Errors { get; } = [];
}
