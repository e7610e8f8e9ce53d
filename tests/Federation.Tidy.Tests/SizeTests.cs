namespace Federation.Tidy.Tests;

/// <summary>Files and lines a person can hold in view.</summary>
public sealed class SizeTests
{
    private const int SourceLinesMax = 300;
    private const int GrainLinesMax = 150;
    private const int ProgramLinesMax = 80;
    private const int TestLinesMax = 400;
    private const int ColumnsMax = 120;
    private const int TestColumnsMax = 150;

    /// <summary>Longer than the rule, with the reason.</summary>
    private static readonly Dictionary<string, int> Longer = new(StringComparer.Ordinal)
    {
        // Begun, polled, woken and driven: the four ways in share what is under way.
        ["src/Federation.Grains/Federations/RegisterGrain.cs"] = 170,
    };

    /// <summary>Wider than the rule: files that hold the text of another language, line for line.</summary>
    private static readonly HashSet<string> Wider = new(StringComparer.Ordinal)
    {
        "src/Federation.Cli/Reports/ReportStyle.cs",
        "src/Federation.Cli/Commands/CompletionCommand.cs",
    };

    [Fact]
    public void No_file_is_longer_than_a_reader_can_hold() => Repository.MustBeEmpty(
        "Split these files, or list them above with a reason:",
        from path in Repository.Code
        let lines = Repository.Lines(path).Length
        where lines > LinesMax(path)
        select $"{path}: {lines} lines, at most {LinesMax(path)}");

    [Fact]
    public void No_line_is_wider_than_a_window() => Repository.MustBeEmpty(
        $"Break these lines, which have more than {ColumnsMax} columns, in tests {TestColumnsMax}:",
        from path in Repository.Code
        where !Wider.Contains(path)
        from line in Repository.Lines(path).Select((text, number) => (Columns: text.Length, Number: number + 1))
        where line.Columns > Columns(path)
        select $"{path}:{line.Number}: {line.Columns}");

    [Fact]
    public void No_exception_outlives_its_file() => Repository.MustBeEmpty(
        "These files are listed as exceptions and are gone or within the rule:",
        Longer.Keys.Where(path => !File.Exists(Repository.At(path)) || Repository.Lines(path).Length <= Usual(path))
            .Concat(Wider.Where(path => !File.Exists(Repository.At(path))
                || Repository.Lines(path).All(line => line.Length <= Columns(path)))));

    private static int Columns(string path) =>
        path.StartsWith("tests/", StringComparison.Ordinal) ? TestColumnsMax : ColumnsMax;

    private static int LinesMax(string path) => Longer.TryGetValue(path, out var listed) ? listed : Usual(path);

    private static int Usual(string path) =>
        path.StartsWith("tests/", StringComparison.Ordinal) ? TestLinesMax
        : path.EndsWith("/Program.cs", StringComparison.Ordinal) ? ProgramLinesMax
        : path.EndsWith("Grain.cs", StringComparison.Ordinal) ? GrainLinesMax
        : SourceLinesMax;
}
