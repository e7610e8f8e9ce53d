using System.Text;
using Federation.Storage.Inputs;

namespace Federation.Storage.Balloting;

/// <summary>A text file's lines, one at a time, with their numbers.</summary>
/// <remarks>UTF-8, UTF-16 and UTF-32 by their marks; without one UTF-8 or, if it is none, Latin-1. Any line
/// ends.</remarks>
internal sealed class BallotLines : IDisposable
{
    /// <summary>More bytes than this are not read: cast vote records of eight million voters fit.</summary>
    public const long BytesMax = 512L << 20;

    private readonly WatchedText _reader;

    private BallotLines(string file, WatchedText reader) => (File, _reader) = (file, reader);

    public string File { get; }

    /// <summary>The number of the last line read, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Where the reader stands, for a parser that reads characters itself.</summary>
    public TextReader Reader => _reader;

    /// <exception cref="InputException">It is no file that can be read.</exception>
    public static BallotLines Open(string file, CancellationToken stop)
    {
        var encoding = Encode(file, stop);
        return new BallotLines(file, new WatchedText(
            file, new StreamReader(InputFile.Open(file, BytesMax, stop), encoding), InputFile.LineMax));
    }

    /// <exception cref="InputException">The line is too long, or no text.</exception>
    public string? Next()
    {
        if (_reader.ReadLine() is not { } line) return null;
        Number++;
        return line;
    }

    public BallotFileException Wrong(string reason, string remedy, int line = 0) =>
        new(File, line == 0 ? Number : line, reason, remedy);

    public void Dispose() => _reader.Dispose();

    private static Encoding Encode(string file, CancellationToken stop)
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        using var trial = new StreamReader(
            InputFile.Open(file, BytesMax, stop), strict, detectEncodingFromByteOrderMarks: true);
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
