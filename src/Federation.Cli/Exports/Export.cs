using System.Collections.Immutable;
using System.Text.Json;
using Federation.Cli.Engine;
using Federation.Cli.Reports;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Society.People;
using Federation.Society.Runs;
using Federation.Storage.Inputs;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;
using Federation.Study.Tables;

namespace Federation.Cli.Exports;

/// <summary>Writes a finished run for other programs.</summary>
/// <param name="store">Where the reader says the run is stored; null to look in its folder.</param>
internal sealed class Export(RunDirectory run, string folder, string? store, CancellationToken stop)
{
    public static ImmutableArray<string> Formats { get; } =
        ["csv", "parquet", "jsonl", "graphml", "html", "otlp", "odd"];

    private readonly RunRecord _record = run.Read();

    /// <returns>The files written.</returns>
    public async Task<ImmutableArray<string>> Write(string format) => format switch
    {
        "graphml" => await Graph(),
        "html" => Html(),
        "otlp" => Traces(),
        "odd" => Odd(),
        _ => await Tables(format),
    };

    private RunReport Report => _record.Report ?? throw new CommandFailure(
        "unfinished_run", "The run has not ended, so there is little to export yet",
        $"Take it up with --resume --out {run.Path}", run.Path, ExitCode.Usage);

    private async Task<ImmutableArray<string>> Tables(string format)
    {
        var decisions = Report.Decisions;
        var world = Worlds.Open(_record.Resolved());
        var circles = await Circles(world);
        var files = ImmutableArray.CreateBuilder<string>();
        foreach (var (name, table) in new[]
        {
            ("decisions", ExportTables.Decisions(decisions)),
            ("circles", ExportTables.Circles([.. RunReading.CircleRows(circles, world)])),
            ("events", ExportTables.Events([.. RunReading.Events(circles, world)])),
            ("seals", ExportTables.Seals(run.ReadSeals())),
        })
        {
            var path = Path.Combine(folder, $"{name}.{format}");
            if (format == "csv") AtomicFile.Write(path, text => CsvFile.Write(text, table));
            else if (format == "jsonl") AtomicFile.Write(path, text => JsonLines(text, table));
            else await Parquet(path, table);
            files.Add(path);
        }

        return files.ToImmutable();
    }

    private async Task Parquet(string path, Table table)
    {
        using var bytes = new MemoryStream();
        await ParquetFile.WriteAsync(bytes, table, stop);
        AtomicFile.WriteBytes(path, bytes.ToArray());
    }

    private static void JsonLines(TextWriter text, Table table)
    {
        for (var row = 0; row < table.Rows; row++)
            text.WriteLine(JsonSerializer.Serialize(
                table.Columns.ToDictionary(column => column.Name, column => Cell(column, row)), Lines));
    }

    private static object? Cell(Column column, int row) => column switch
    {
        Column.Numbers numbers => double.IsFinite(numbers.Values[row]) ? numbers.Values[row] : null,
        Column.Wholes wholes => wholes.Values[row],
        Column.Words words => words.Values[row],
        _ => null,
    };

    private async Task<ImmutableArray<string>> Graph()
    {
        var world = Worlds.Open(_record.Resolved());
        var circles = await Circles(world);
        var path = Path.Combine(folder, "circles.graphml");
        AtomicFile.Write(path, text => GraphMl.Write(text, world, circles));
        return [path];
    }

    private ImmutableArray<string> Html()
    {
        var path = Path.Combine(folder, "report.html");
        AtomicFile.Write(path, HtmlReport.Write(Report, _record.Resolved()));
        return [path];
    }

    /// <summary>The protocol with this run's values beside the defaults.</summary>
    private ImmutableArray<string> Odd()
    {
        var path = Path.Combine(folder, "odd.md");
        AtomicFile.Write(path, OddProtocol.Of(_record.Resolved()));
        return [path];
    }

    private ImmutableArray<string> Traces()
    {
        if (!File.Exists(run.TracesFile))
            throw new CommandFailure(
                "no_traces", "The run left no traces", "Runs on silos do: federation run SCENARIO --silos 2", run.Path,
                ExitCode.Usage);
        var path = Path.Combine(folder, "traces.jsonl");
        using var traces = InputFile.Open(run.TracesFile, RunDirectory.LinesBytesMax, stop);
        AtomicFile.WriteBytes(path, traces.CopyTo);
        return [path];
    }

    private async Task<IReadOnlyCollection<RecordedCircle>> Circles(World world)
    {
        if (world.Plan.Circles > ScenarioRun.FullRecordCirclesMax)
            throw new CommandFailure(
                "too_large", $"The run has {world.Plan.Circles:#,0} circles, more than can be exported one by one",
                $"Export html, or a run of at most {ScenarioRun.FullRecordCirclesMax:#,0} circles", run.Path,
                    ExitCode.Usage);
        var source = await RunReading.Source(run, _record, world, store, stop);
        return await source.ReadAsync(stop).ToListAsync(stop);
    }

    private static JsonSerializerOptions Lines { get; } = new(Outcome.Json) { WriteIndented = false };
}
