using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Study.Tables;

namespace Federation.Cli.Studies;

/// <summary>The folder of a study or a hunt, locked while it runs: its journal, and what it found.</summary>
internal sealed class StudyFolder : IDisposable
{
    private readonly FileStream _lock;

    private StudyFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    public string Path { get; }

    public string JournalFile => In("journal.jsonl");

    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <exception cref="CommandFailure">It is a file, cannot be made, is written in by another study, or
    /// holds something and this is no resumption.</exception>
    public static StudyFolder Create(string path, bool resume)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (File.Exists(full))
            throw Unfit("not_a_folder", "There is a file of this name", "Name another folder with --out", full);
        if (resume && !File.Exists(System.IO.Path.Combine(full, "journal.jsonl")))
            throw Unfit("no_such_study", "The folder holds nothing to take up", "Leave --resume out", full);
        try
        {
            Directory.CreateDirectory(full);
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException or IOException)
        {
            throw Unfit("not_writable", $"The folder cannot be made: {denied.Message.TrimEnd('.')}",
                "Name another folder with --out", full, denied);
        }

        var folder = new StudyFolder(full, Lock(full));
        if (resume || Directory.EnumerateFileSystemEntries(full).Count() == 1)
            return folder;
        folder.Dispose();
        throw Unfit("folder_exists", "There is something in this folder already, and it is kept",
            "Add --resume to take it up, or name another with --out", full);
    }

    /// <summary>The same facts as name.csv and name.parquet.</summary>
    public async Task Write(string name, Table table, CancellationToken stop)
    {
        AtomicFile.Write(In($"{name}.csv"), text => CsvFile.Write(text, table));
        using var bytes = new MemoryStream();
        await ParquetFile.WriteAsync(bytes, table, stop);
        AtomicFile.WriteBytes(In($"{name}.parquet"), bytes.ToArray());
    }

    /// <summary>The same document as the command's with --json.</summary>
    public void Write(string command, object document) =>
        AtomicFile.Write(In($"{command}.json"), Outcome.Text(command, document, null));

    public void Dispose() => _lock.Dispose();

    private const string LockName = "study.lock";

    private static FileStream Lock(string folder)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(folder, LockName), FileMode.OpenOrCreate,
                FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            throw Unfit("study_locked", "Another study is writing in this folder, or nothing can be written in it",
                "Wait for it, or name another with --out", folder, held);
        }
    }

    private static CommandFailure Unfit(
        string code, string what, string remedy, string where, Exception? inner = null) =>
        new(code, what, remedy, where, ExitCode.Usage, inner);
}
