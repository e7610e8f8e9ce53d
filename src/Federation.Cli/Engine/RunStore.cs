using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Storage.Records;
using Federation.Storage.Sql;

namespace Federation.Cli.Engine;

/// <summary>Where a run's rows are: in its folder, or where its reader says.</summary>
/// <remarks>run.json may come from anybody. A store outside the run's folder is opened only when the person who reads
/// names it; what run.json says of it is shown, and never dialled.</remarks>
internal static class RunStore
{
    private const string Own = "sqlite:store.db";

    /// <summary>How a record names the store: its own by its name alone, which stays true wherever the folder
    /// goes.</summary>
    public static string Text(RunDirectory directory, StoreAddress store) =>
        store is StoreAddress.Sqlite file && file.Path == directory.StoreFile ? Own : store.TextWithoutSecrets;

    /// <summary>The run's rows; null when it stored nothing.</summary>
    /// <param name="named">The store the reader names; null to take FEDERATION_STORE where one is needed.</param>
    /// <exception cref="CommandFailure">They lie outside the folder, and nobody named the store.</exception>
    /// <exception cref="StoreException">What names the store is no address.</exception>
    public static StoredRun? Of(RunDirectory directory, RunRecord record, string? named)
    {
        if (record.Store.Length == 0)
            return named is null ? null : throw new CommandFailure(
                "nothing_stored", "The run stored nothing, so no store has it", "Leave --store out",
                directory.RunFile, ExitCode.Usage);
        var told = StoreAddress.Parse(record.Store);
        var store = named is not null ? StoreAddress.Parse(named)
            : IsOwn(directory, record.Store, told) ? new StoreAddress.Sqlite(directory.StoreFile)
            : Environment.GetEnvironmentVariable("FEDERATION_STORE") is { Length: > 0 } text ? StoreAddress.Parse(text)
            : throw new CommandFailure(
                "store_elsewhere", $"The run's circles are not stored in its folder, but in {told}, and such a store "
                + "is opened only when you name it",
                "If you know it, give it as --store sqlite:PATH, or a server in FEDERATION_STORE", directory.RunFile,
                ExitCode.Usage);
        return new StoredRun(store, record.ServiceId, record.RunKey);
    }

    /// <summary>Runs of earlier versions named their own store by where it was then.</summary>
    private static bool IsOwn(RunDirectory directory, string text, StoreAddress told) =>
        new FileInfo(directory.StoreFile) is { LinkTarget: null } file
        && (text == Own || (told is StoreAddress.Sqlite { Path: var path } && (path == file.FullName
            || (file.Exists && Path.GetFileName(path) == file.Name))));
}
