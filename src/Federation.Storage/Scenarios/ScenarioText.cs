using System.Text;
using Federation.Storage.Inputs;

namespace Federation.Storage.Scenarios;

/// <summary>The text of a scenario file: UTF-8 and at most 1 MB. A scenario describes, it does not list.</summary>
internal static class ScenarioText
{
    public const int BytesMax = 1_000_000;

    /// <exception cref="ScenarioException">No such file, a directory, unreadable, too large, or not
    /// UTF-8.</exception>
    public static string Read(string path)
    {
        try
        {
            return Decode(path, InputFile.Bytes(path, BytesMax));
        }
        catch (InputException unread)
        {
            throw Problems.Fatal(path, unread.Line, 0, Capital(unread.Message), unread.Remedy);
        }
    }

    private static string Capital(string reason) => char.ToUpperInvariant(reason[0]) + reason[1..];

    private static string Decode(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE, 0, 0]) || bytes.StartsWith<byte>([0, 0, 0xFE, 0xFF]))
            throw Problems.Fatal(path, 1, 1, "The file is UTF-32", "Save it as UTF-8");
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
