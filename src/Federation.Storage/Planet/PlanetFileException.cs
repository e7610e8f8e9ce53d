namespace Federation.Storage.Planet;

/// <summary>A file of the planet's figures cannot be understood.</summary>
public sealed class PlanetFileException : Exception
{
    public PlanetFileException() { }
    public PlanetFileException(string message) : base(message) { }
    public PlanetFileException(string message, Exception inner) : base(message, inner) { }

    /// <param name="file">The file's name, e.g. "cities.csv".</param>
    /// <param name="line">The line in it, from 1; the header is line 1.</param>
    /// <param name="reason">What was expected and what was found.</param>
    public PlanetFileException(string file, int line, string reason)
        : base($"{file}, line {line}: {reason}")
    {
        File = file;
        Line = line;
    }

    public string File { get; } = "";
    public int Line { get; }
}
