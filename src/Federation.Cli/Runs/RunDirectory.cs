using System.Collections.Immutable;
using System.Text.Json;
using Federation.Society.Adoption;
using Federation.Cli.Terminals;
using Federation.Contracts.Tracing;
using Federation.Governance.Logbooks;
using Federation.Society.Runs;
using Federation.Storage.Inputs;

namespace Federation.Cli.Runs;

/// <summary>The folder of one run: what is in it, written whole or not at all.</summary>
/// <remarks>Open for writing it is locked, so that no second run writes into it.</remarks>
public sealed class RunDirectory : IDisposable
{
    /// <summary>Of run.json and of seals.jsonl, which are held whole: 100,000 decisions and a million cycles
    /// fit.</summary>
    private const long RecordBytesMax = 256L << 20;

    /// <summary>Of a file that is read line by line, and never held whole.</summary>
    public const long LinesBytesMax = 16L << 30;

    private readonly FileStream? _lock;
    private bool _made;

    private RunDirectory(string path, FileStream? held) => (Path, _lock) = (path, held);

    public string Path { get; }
    public string RunFile => In("run.json");
    public string StoreFile => In("store.db");
    public string SealsFile => In("seals.jsonl");
    public string DecisionsFile => In("decisions.csv");
    public string CirclesFile => In("circles.csv");
    public string EventsFile => In("events.jsonl");
    public string TracesFile => In("traces.jsonl");
    public string CasesFile => In("cases.jsonl");
    public string ReportFile => In("report.html");

    /// <summary>Where this run's traces are: on Jaeger's page, if FEDERATION_JAEGER names it, else in the
    /// folder's file.</summary>
    public TraceAddress Traces() => new(
        Environment.GetEnvironmentVariable(TraceAddress.Variable) ?? "", File.Exists(TracesFile) ? TracesFile : "");

    /// <summary>Makes the folder and locks it.</summary>
    /// <exception cref="CommandFailure">Another run writes in it, or it holds a run and this is no
    /// resumption.</exception>
    public static RunDirectory Create(string path, bool resume)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (File.Exists(full))
            throw new CommandFailure(
                "not_a_folder", "There is a file of this name", "Name another folder", full,
                ExitCode.Usage);
        var made = !Directory.Exists(full);
        if (made && resume) throw NoRun(full);
        var directory = new RunDirectory(full, Lock(full)) { _made = made };
        var holds = File.Exists(directory.RunFile);
        if (holds == resume) return directory;

        directory.Dispose();
        throw holds
            ? new CommandFailure("run_exists", "The folder already holds a run",
                "Add --resume to take it up, or name another with --out", full, ExitCode.Usage)
            : NoRun(full);
    }

    /// <summary>What never began leaves nothing behind: no record and, if it was made for it, no folder.</summary>
    public void Discard()
    {
        File.Delete(RunFile);
        Dispose();
        if (_made && !Directory.EnumerateFileSystemEntries(Path).Any()) Directory.Delete(Path);
    }

    private static CommandFailure NoRun(string folder) => new(
        "no_such_run", "The folder holds no run to take up",
        "Leave --resume out, or see: federation run --list", folder, ExitCode.Usage);

    /// <summary>Opens a run to read.</summary>
    /// <exception cref="CommandFailure">There is no run in the folder.</exception>
    public static RunDirectory Open(string path)
    {
        var directory = new RunDirectory(System.IO.Path.GetFullPath(path), null);
        return File.Exists(directory.RunFile)
            ? directory
            : throw new CommandFailure("no_such_run", "The folder holds no run",
                "See what there is: federation run --list", directory.Path, ExitCode.Usage);
    }

    public void Write(RunRecord record) =>
        AtomicFile.Write(RunFile, JsonSerializer.Serialize(record, Outcome.Json) + "\n");

    public void WriteReport(string html) => AtomicFile.Write(ReportFile, html);

    public void WriteSeals(IEnumerable<SealAtCycle> seals) => WriteLines(SealsFile, seals);

    /// <summary>Every minute line, in the order things happened.</summary>
    public void WriteEvents(IEnumerable<MinuteLine> lines) => WriteLines(EventsFile, lines);

    public void WriteDecisions(IEnumerable<DecisionReport> decisions) =>
        AtomicFile.Write(DecisionsFile, text => RunTables.Decisions(text, decisions));

    /// <summary>Every degenerate case found, a line each; an empty file says that none was.</summary>
    public void WriteCases(IEnumerable<CaseReport> cases) => WriteLines(CasesFile, cases);

    /// <summary>The degenerate cases of one decision; none where nobody looked.</summary>
    /// <exception cref="CommandFailure">A line is not what a run writes.</exception>
    public ImmutableArray<CaseReport> ReadCases(int decision) =>
        [.. ReadLines<CaseReport>(CasesFile).Where(found => found.Decision == decision)];

    public void WriteCircles(IEnumerable<CircleRow> circles) =>
        AtomicFile.Write(CirclesFile, text => RunTables.Circles(text, circles));

    /// <summary>The curve week by week, and every circle's own way.</summary>
    public void WriteAdoption(AdoptionOutcome adoption)
    {
        AtomicFile.Write(In("adoption.csv"), text =>
            RunTables.Adoption(text, adoption.Curve));
        AtomicFile.Write(In("adopters.csv"), text =>
            RunTables.Adopters(text, adoption.Circles));
    }

    /// <exception cref="CommandFailure">run.json is not what a run writes.</exception>
    public RunRecord Read()
    {
        try
        {
            return JsonSerializer.Deserialize<RunRecord>(InputFile.Text(RunFile, RecordBytesMax), Strict)
                ?? throw new JsonException("It is null");
        }
        catch (Exception bad) when (bad is JsonException or ArgumentException)
        {
            throw Damaged($"run.json cannot be read: {JsonWords.Of(bad)}", RunFile, bad);
        }
    }

    /// <summary>The lines of one decision's minutes; those in the report when no events were
    /// written.</summary>
    /// <exception cref="CommandFailure">A line is not what a run writes.</exception>
    public IEnumerable<MinuteLine> ReadEvents(int decision) =>
        ReadLines<MinuteLine>(EventsFile).Where(line => line.Decision == decision);

    private static IEnumerable<T> ReadLines<T>(string file)
    {
        if (!File.Exists(file)) yield break;
        var number = 0;
        foreach (var text in InputFile.Lines(file, LinesBytesMax)) yield return ReadLine<T>(text, file, ++number);
    }

    private static T ReadLine<T>(string text, string file, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Lines) ?? throw new JsonException("It is null");
        }
        catch (Exception bad) when (bad is JsonException or ArgumentException)
        {
            throw Damaged($"A line cannot be read: {JsonWords.Of(bad)}", $"{file}, line {number}", bad);
        }
    }

    private static CommandFailure Damaged(string what, string where, Exception bad) => new(
        "damaged_run", what, "It was changed or comes from another version; run the scenario again", where,
        ExitCode.Usage, bad);

    /// <summary>The exported seals, oldest first; none when the run did not come so far.</summary>
    /// <exception cref="CommandFailure">A line is not what a run writes.</exception>
    public ImmutableArray<SealAtCycle> ReadSeals()
    {
        if (!File.Exists(SealsFile)) return [];
        var seals = ImmutableArray.CreateBuilder<SealAtCycle>();
        foreach (var text in InputFile.Lines(SealsFile, RecordBytesMax)) seals.Add(ReadSeal(text, seals.Count + 1));
        return seals.ToImmutable();
    }

    private SealAtCycle ReadSeal(string text, int line)
    {
        try
        {
            var seal = JsonSerializer.Deserialize<SealAtCycle>(text, Lines)
                ?? throw new JsonException("It is null");
            Digest.Parse(seal.Seal);
            return seal;
        }
        catch (Exception bad) when (bad is JsonException or FormatException or ArgumentException)
        {
            throw new CommandFailure(
                "damaged_run", $"A seal cannot be read: {JsonWords.Of(bad)}",
                "The file was changed; run the scenario again to compare seals",
                $"{SealsFile}, line {line}", ExitCode.NotVerifiable, bad);
        }
    }

    public void Dispose()
    {
        _lock?.Dispose();
        GC.SuppressFinalize(this);
    }

    // What is read must be whole: a null where none belongs is a damage, not a surprise later on.
    private static JsonSerializerOptions Strict { get; } = new(Outcome.Json)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static JsonSerializerOptions Lines { get; } = new(Strict) { WriteIndented = false };

    private static void WriteLines<T>(string path, IEnumerable<T> lines) => AtomicFile.Write(
        path, text =>
    {
        foreach (var line in lines) text.WriteLine(JsonSerializer.Serialize(line, Lines));
    });

    private static FileStream Lock(string folder)
    {
        var file = System.IO.Path.Combine(folder, "run.lock");
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(
                file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException held) when (File.Exists(file))
        {
            throw new CommandFailure("run_locked", "Another run is writing in this folder",
                "Wait for it, or name another with --out", folder, inner: held);
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException or IOException)
        {
            throw new CommandFailure(
                "not_writable", $"Nothing can be written in this folder: {denied.Message.TrimEnd('.')}",
                "Name another with --out", folder, ExitCode.Usage, denied);
        }
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
