using System.Text;
using Federation.Cli.Terminals;

namespace Federation.Cli.Runs;

/// <summary>Writes a file under another name and moves it into place: whole or not at
/// all.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(string path, Action<TextWriter> write) => WriteFile(path, file =>
    {
        using var text = new StreamWriter(file, Utf8, leaveOpen: true) { NewLine = "\n" };
        write(text);
    });

    public static void Write(string path, string text) => Write(path, writer => writer.Write(text));

    public static void WriteBytes(string path, byte[] bytes) => WriteFile(path, file => file.Write(bytes));

    public static void WriteBytes(string path, Action<Stream> write) => WriteFile(path, write);

    private static void WriteFile(string path, Action<FileStream> write)
    {
        var unfinished = $"{path}.part";
        try
        {
            using (var file = Begin(path, unfinished))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception failed)
        {
            File.Delete(unfinished);
            if (IsLimit(failed)) throw new IOException("No file may grow so large here (ulimit -f)", failed);
            throw;
        }
    }

    /// <summary>Whether the system's limit of a file's size was met (EFBIG), which .NET tells as an argument that is
    /// out of range.</summary>
    internal static bool IsLimit(Exception failed) => failed
        is ArgumentOutOfRangeException { ParamName: "value", Source: "System.Private.CoreLib" };

    private static FileStream Begin(string path, string unfinished)
    {
        try
        {
            if (Directory.Exists(path)) throw new IOException("There is a folder of this name");
            return new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None);
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException or IOException && !IsFull(denied))
        {
            throw new CommandFailure(
                "not_writable", $"The file cannot be made: {denied.Message.TrimEnd('.')}",
                "Name another file or folder", path, ExitCode.Usage, denied);
        }
    }

    /// <summary>ENOSPC or EDQUOT: there is room for no other file either.</summary>
    private static bool IsFull(Exception failed) => failed.HResult is 28 or 122;
}
