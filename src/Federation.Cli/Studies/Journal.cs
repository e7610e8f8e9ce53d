using System.Text;
using System.Text.Json;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Storage.Inputs;

namespace Federation.Cli.Studies;

/// <summary>What is done of something long, a line each, written as it ends.</summary>
/// <typeparam name="T">What a line says.</typeparam>
/// <remarks>A line is written whole and handed to the system before the next: whatever kills the program
/// leaves at most one torn line, which is cut off when the journal is taken up.</remarks>
internal sealed class Journal<T> : IDisposable
    where T : class
{
    /// <summary>A line of a million runs fits.</summary>
    private const long BytesMax = 512L << 20;

    private readonly FileStream _file;
    private readonly Lock _turn = new();

    private Journal(FileStream file) => _file = file;

    private sealed record Head(string Study, int Runs);

    /// <summary>Begins a journal, or goes on with the one that is there.</summary>
    /// <param name="key">What it is of: only the same is taken up.</param>
    /// <param name="known">Hears each line written before; false refuses it.</param>
    /// <exception cref="CommandFailure">It is of something else, or damaged before its last line.</exception>
    public static Journal<T> Of(string path, string key, int runs, Func<T, bool> known) =>
        File.Exists(path) ? Resume(path, key, runs, known) : Begin(path, key, runs);

    public static Journal<T> Begin(string path, string key, int runs)
    {
        var journal = new Journal<T>(Open(path));
        journal.Write(new Head(key, runs));
        return journal;
    }

    private static Journal<T> Resume(string path, string key, int runs, Func<T, bool> known)
    {
        var file = Open(path);
        try
        {
            file.SetLength(Read(file, path, key, runs, known));
            file.Seek(0, SeekOrigin.End);
            var journal = new Journal<T>(file);
            if (file.Length == 0) journal.Write(new Head(key, runs));
            return journal;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Without a buffer: a line is the system's as soon as it is written.</summary>
    private static FileStream Open(string path) =>
        new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);

    /// <summary>Safe from any thread.</summary>
    public void Add(T line) => Write(line);

    public void Dispose() => _file.Dispose();

    private void Write<TLine>(TLine line)
    {
        var bytes = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(line, Lines) + "\n");
        lock (_turn)
        {
            try
            {
                _file.Write(bytes);
            }
            catch (Exception full) when (full is IOException || AtomicFile.IsLimit(full))
            {
                throw new CommandFailure(
                    "file_failed", $"The journal cannot be written: {full.Message.TrimEnd('.')}",
                    "Make room, then add --resume to the same command", _file.Name, inner: full);
            }
        }
    }

    /// <returns>Where its last whole line ends.</returns>
    private static long Read(
        FileStream file, string path, string key, int runs, Func<T, bool> known)
    {
        if (file.Length == 0) return 0;
        var bytes = InputFile.Bytes(path, BytesMax).AsSpan();
        // A torn line may end within a letter.
        var (all, end, number) = (Encoding.UTF8.GetString(bytes[..(bytes.LastIndexOf((byte)'\n') + 1)]), 0, 0);
        for (var next = all.IndexOf('\n'); next >= 0; end = next + 1, next = all.IndexOf('\n', end))
        {
            number++;
            try
            {
                if (number == 1) Check(JsonSerializer.Deserialize<Head>(all[end..next], Lines), path, key, runs);
                else if (JsonSerializer.Deserialize<T>(all[end..next], Lines) is not { } line || !known(line))
                    throw new JsonException("it is no line of this journal");
            }
            catch (JsonException bad)
            {
                throw new CommandFailure(
                    "damaged_study", $"The journal cannot be read: {bad.Message.TrimEnd('.')}",
                    "It was changed; run the study again into another folder", $"{path}, line {number}",
                    ExitCode.Usage, bad);
            }
        }

        return Encoding.UTF8.GetByteCount(all.AsSpan(0, end));
    }

    private static void Check(Head? head, string path, string key, int runs)
    {
        if (head?.Study == key && head.Runs == runs) return;
        throw new CommandFailure(
            "other_study", "The study in this folder has other settings, draws or a program of another version",
            "Give the same command as before with --resume, or name another folder with --out", path, ExitCode.Usage);
    }

    private static JsonSerializerOptions Lines { get; } = new(Outcome.Json)
    {
        WriteIndented = false,
        Converters = { new ExactNumbers() },
    };
}
