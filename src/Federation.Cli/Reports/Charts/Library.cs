namespace Federation.Cli.Reports.Charts;

/// <summary>The scripts a page with figures carries: d3, Observable Plot on it, and our own drawings.</summary>
/// <remarks>The first two are the files their projects publish, unchanged; a test pins them. Their licence asks for
/// its text in every copy, so it stands before them.</remarks>
internal static class Library
{
    public static IReadOnlyList<string> Scripts { get; } =
    [
        $"/*\n{Read("d3.LICENSE.txt")}*/\n{Read("d3.min.js")}",
        $"/*\n{Read("plot.LICENSE.txt")}*/\n{Read("plot.umd.min.js")}",
        Read("charts.js"),
    ];

    private static string Read(string name)
    {
        using var stream = typeof(Library).Assembly.GetManifestResourceStream(name)!;
        using var text = new StreamReader(stream);
        return text.ReadToEnd().Replace("\r", "", StringComparison.Ordinal);
    }
}
