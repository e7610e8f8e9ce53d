using System.Text;

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
            using (var file = new FileStream(
                unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
