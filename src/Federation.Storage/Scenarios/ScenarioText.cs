using System.Text;

namespace Federation.Storage.Scenarios;

/// <summary>The text of a scenario file: UTF-8 and at most 1 MB.</summary>
internal static class ScenarioText
{
    public const int BytesMax = 1_000_000;

    /// <exception cref="ScenarioException">No such file, a directory, unreadable, too large, or not
    /// UTF-8.</exception>
    public static string Read(string path)
    {
        if (Directory.Exists(path))
            throw Problems.Fatal(path, 0, 0, "This is a directory", "Name a scenario file in it");
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var bytes = new byte[BytesMax + 1];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return Decode(path, bytes.AsSpan(0, length));
        }
        catch (Exception failure) when (
            failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Problems.Fatal(path, 0, 0, "There is no such file", "Check the path");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Problems.Fatal(
                path, 0, 0, $"The file cannot be read: {failure.Message.TrimEnd('.')}",
                "Check its permissions");
        }
    }

    private static string Decode(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > BytesMax)
            throw Problems.Fatal(path, 0, 0, "The file is larger than 1 MB",
                "A scenario describes, it does not list: generate large federations with 'tree' "
                    + "or 'planet'");
        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]))
            throw Problems.Fatal(path, 1, 1, "The file is UTF-16", "Save it as UTF-8");
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) bytes = bytes[3..];

        var zero = bytes.IndexOf((byte)0);
        if (zero >= 0)
            throw Problems.Fatal(
                path, LineOf(bytes, zero), 1, "The file contains a NUL byte, so it is not text",
                "Save it as UTF-8 text");
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException bad)
        {
            throw Problems.Fatal(
                path, LineOf(bytes, bad.Index), 1, "The file is not UTF-8 from this line on",
                "Save it as UTF-8");
        }
    }

    private static int LineOf(ReadOnlySpan<byte> bytes, int position) =>
        1 + bytes[..Math.Clamp(position, 0, bytes.Length)].Count((byte)'\n');
}
