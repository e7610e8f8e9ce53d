using System.Text;

namespace Federation.Storage.Balloting;

/// <summary>A text file's lines, one at a time, with their numbers.</summary>
/// <remarks>UTF-8, UTF-16 and UTF-32 by their marks; without one UTF-8 or, if it is none, Latin-1. Any line
/// ends.</remarks>
internal sealed class BallotLines : IDisposable
{
    private readonly StreamReader _reader;

    private BallotLines(string file, StreamReader reader) => (File, _reader) = (file, reader);

    public string File { get; }

    /// <summary>The number of the last line read, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Where the reader stands, for a parser that reads characters itself.</summary>
    public TextReader Reader => _reader;

    public static BallotLines Open(string file)
    {
        try
        {
            return new BallotLines(file, new StreamReader(file, Encode(file)));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BallotFileException(file, 0, "there is no such file", "Give the path of a file of ballots");
        }
        catch (UnauthorizedAccessException)
        {
            throw new BallotFileException(
                file, 0, Directory.Exists(file) ? "this is a folder, not a file" : "the file may not be read",
                "Give the path of a file of ballots");
        }
    }

    public string? Next()
    {
        if (_reader.ReadLine() is not { } line) return null;
        Number++;
        if (line.Contains('\0')) throw Wrong("this is not text", "Give a text file");
        return line;
    }

    public BallotFileException Wrong(string reason, string remedy, int line = 0) =>
        new(File, line == 0 ? Number : line, reason, remedy);

    public void Dispose() => _reader.Dispose();

    private static Encoding Encode(string file)
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        using var trial = new StreamReader(file, strict, detectEncodingFromByteOrderMarks: true);
        var room = new char[1 << 16];
        try
        {
            while (trial.Read(room) > 0) { }
            return strict;
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1;
        }
    }
}
