using Spectre.Console;

namespace Federation.Cli.Terminals;

/// <summary>What a view writes on: headings, lines, facts and tables.</summary>
/// <remarks>On a terminal it draws; in a pipe it writes plain lines that no width breaks.</remarks>
internal sealed class Page
{
    private readonly TextWriter _plain;
    private readonly IAnsiConsole? _drawn;
    private bool _begun;

    private Page(TextWriter plain, IAnsiConsole? drawn) => (_plain, _drawn) = (plain, drawn);

    public static Page On(TextWriter writer, bool isTerminal, bool color, int width)
    {
        if (!isTerminal) return new Page(writer, null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = color ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = color ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        return new Page(writer, console);
    }

    /// <summary>A heading, with an empty line before it unless it is the first.</summary>
    public void Heading(string text)
    {
        text = Plain.Text(text);
        if (_begun) Line("");
        if (_drawn is null) Line(text);
        else _drawn.Write(new Paragraph(text + "\n", new Style(decoration: Decoration.Bold)));
        _begun = true;
    }

    public void Line(string text)
    {
        _begun = true;
        text = Plain.Text(text);
        if (_drawn is null) _plain.WriteLine(text);
        else _drawn.Write(new Paragraph(text + "\n"));
    }

    /// <summary>A line that must not be broken, such as a command to copy.</summary>
    public void Exact(string text)
    {
        _begun = true;
        _plain.WriteLine(Plain.Text(text));
    }

    /// <summary>Names and their values, the values in one column.</summary>
    public void Facts(params IReadOnlyList<(string Name, string Value)> facts)
    {
        if (facts.Count == 0) return;
        var width = facts.Max(fact => fact.Name.Length) + 2;
        foreach (var (name, value) in facts) Exact($"{name.PadRight(width)}{value}");
    }

    /// <summary>Rows under column names; in a pipe, columns are kept apart by two spaces or
    /// more.</summary>
    public void Table(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        _begun = true;
        rows = [.. rows.Select(row => (IReadOnlyList<string>)[.. row.Select(Plain.Text)])];
        if (_drawn is not null)
        {
            var table = new Table().Border(TableBorder.Simple);
            foreach (var column in columns) table.AddColumn(new TableColumn(new Text(column)));
            foreach (var row in rows) table.AddRow(row.Select(cell => new Text(cell)));
            _drawn.Write(table);
            return;
        }

        var widths = columns.Select((column, at) =>
            rows.Select(row => row[at].Length).Append(column.Length).Max()).ToArray();
        foreach (var row in rows.Prepend(columns))
            _plain.WriteLine(
                string.Join("  ", row.Select((cell, at) => cell.PadRight(widths[at]))).TrimEnd());
    }
}
