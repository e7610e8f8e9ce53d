using System.IO.MemoryMappedFiles;

namespace Federation.Contracts.Hosting;

/// <summary>How many answers a silo gave: a number others read at any moment, at no cost to the silo.</summary>
/// <remarks>It lives in a mapped file of eight bytes, so it is exact even after a SIGKILL; the
/// report beside it is up to a quarter of a second old.</remarks>
public sealed class AnswerTally : IDisposable
{
    private const int Bytes = sizeof(long);

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    private AnswerTally(MemoryMappedFile file, MemoryMappedFileAccess access) =>
        (_file, _view) = (file, file.CreateViewAccessor(0, Bytes, access));

    public long Answered
    {
        get => _view.ReadInt64(0);
        set => _view.Write(0, value);
    }

    /// <summary>Where the tally of a silo with this status file is.</summary>
    public static string Beside(string statusFile) => Path.ChangeExtension(statusFile, ".tally");

    /// <summary>Makes it, at nought.</summary>
    public static AnswerTally Create(string file)
    {
        var stream = new FileStream(
            file, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        stream.SetLength(Bytes);
        return Of(stream, MemoryMappedFileAccess.ReadWrite);
    }

    /// <summary>Null when the silo made none.</summary>
    public static AnswerTally? Open(string file)
    {
        try
        {
            var stream = new FileStream(
                file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.Length >= Bytes) return Of(stream, MemoryMappedFileAccess.Read);
            stream.Dispose();
        }
        catch (IOException) { }

        return null;
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }

    private static AnswerTally Of(FileStream stream, MemoryMappedFileAccess access) => new(
        MemoryMappedFile.CreateFromFile(
            stream, mapName: null, Bytes, access, HandleInheritability.None, leaveOpen: false), access);
}
