using System.Text;

namespace Federation.Storage.Inputs;

/// <summary>The one way a file is read that somebody gives or could have changed: a regular file, up to a
/// size.</summary>
/// <remarks>A pipe or a device tells no size. It is known by that and never opened, because opening a pipe waits for
/// whoever writes into it, and a device may never end.</remarks>
public static class InputFile
{
    /// <summary>Letters of a line; longer ones are no line of any file that is read here.</summary>
    public const int LineMax = 16 << 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Opens a file that is not empty.</summary>
    /// <param name="bytesMax">More than this many bytes are refused.</param>
    /// <param name="stop">Ends the reading between two blocks.</param>
    /// <exception cref="InputException">There is none, it may not be read, is empty or no regular file, or is larger;
    /// thrown by the stream too, of a file that grows while it is read.</exception>
    public static Stream Open(string path, long bytesMax, CancellationToken stop = default)
    {
        try
        {
            if (Directory.Exists(path))
                throw new InputException(path, "this is a folder, not a file", "Name a file in it");
            var size = new FileInfo(path).Length;
            if (size == 0)
                throw new InputException(
                    path, "it is empty; or it is no file but a pipe or a device, which are not read",
                    "Save what it gives in a file, and name that");
            if (size > bytesMax) throw TooLarge(path, bytesMax);
            return new LimitedStream(path, bytesMax, stop);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(path, "there is no such file", "Check the path", missing);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new InputException(path, "the file may not be read", "Check its permissions", denied);
        }
        catch (IOException failed)
        {
            throw new InputException(
                path, $"the file cannot be read: {failed.Message.TrimEnd('.')}", "Check the disk", failed);
        }
    }

    /// <summary>All bytes.</summary>
    /// <exception cref="InputException">As <see cref="Open"/>.</exception>
    public static byte[] Bytes(string path, long bytesMax, CancellationToken stop = default)
    {
        using var file = Open(path, bytesMax, stop);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>All text, in UTF-8.</summary>
    /// <exception cref="InputException">As <see cref="Open"/>; or it is no text.</exception>
    public static string Text(string path, long bytesMax, CancellationToken stop = default)
    {
        try
        {
            using var text = new StreamReader(Open(path, bytesMax, stop), Utf8);
            return text.ReadToEnd();
        }
        catch (DecoderFallbackException bad)
        {
            throw new InputException(path, "it is no text in UTF-8", "Save it as UTF-8", bad);
        }
    }

    /// <summary>One line after another, in UTF-8; of an empty file none.</summary>
    /// <exception cref="InputException">As <see cref="Open"/>; or a line is no text, or longer than
    /// <paramref name="lineMax"/> letters.</exception>
    public static IEnumerable<string> Lines(
        string path, long bytesMax, int lineMax = LineMax, CancellationToken stop = default)
    {
        if (new FileInfo(path) is { Exists: true, Length: 0 }) yield break;
        using var text = new StreamReader(Open(path, bytesMax, stop), Utf8);
        using var lines = new WatchedText(path, text, lineMax);
        while (Next(path, lines) is { } line) yield return line;
    }

    internal static InputException TooLarge(string path, long bytesMax) => new(
        path, $"the file has more than {bytesMax:#,0} bytes, and no more are read",
        "Give a smaller file; docs/security.md lists the limits");

    private static string? Next(string path, WatchedText lines)
    {
        try
        {
            return lines.ReadLine();
        }
        catch (DecoderFallbackException bad)
        {
            throw new InputException(path, "it is no text in UTF-8", "Save it as UTF-8", bad);
        }
    }
}
