namespace Federation.Storage.Tracing;

/// <summary>Reads lines that end; what follows the last line end was torn off and is not read.</summary>
internal static class LineReader
{
    private const int BlockBytes = 1 << 16;

    public static IEnumerable<ReadOnlyMemory<byte>> Complete(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var buffer = new byte[BlockBytes];
        var filled = 0;
        for (int read; (read = file.Read(buffer, filled, buffer.Length - filled)) > 0;)
        {
            filled += read;
            var start = 0;
            for (int end; (end = Array.IndexOf(buffer, (byte)'\n', start, filled - start)) >= 0; start = end + 1)
                if (end > start) yield return buffer.AsMemory(start, end - start);
            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
            if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        }
    }

    public static bool EndsTorn(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (file.Length == 0) return false;
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != '\n';
    }
}
