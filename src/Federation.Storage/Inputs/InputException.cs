namespace Federation.Storage.Inputs;

/// <summary>A file that cannot be read as an input: which, at what line, why, and what helps.</summary>
public sealed class InputException : Exception
{
    public InputException() { }
    public InputException(string message) : base(message) { }
    public InputException(string message, Exception inner) : base(message, inner) { }

    /// <param name="reason">What is wrong, a sentence without its full stop.</param>
    /// <param name="remedy">What helps, likewise.</param>
    public InputException(string file, string reason, string remedy, Exception? inner = null)
        : this(file, 0, reason, remedy, inner) { }

    /// <param name="line">From 1; 0 when it is about the whole file.</param>
    public InputException(string file, int line, string reason, string remedy, Exception? inner = null)
        : base(reason, inner) => (File, Line, Remedy) = (file, line, remedy);

    public string File { get; } = "";

    public int Line { get; }

    public string Remedy { get; } = "";

    /// <summary>File and line in the form editors jump to.</summary>
    public string Where => Line > 0 ? $"{File}:{Line}" : File;
}
