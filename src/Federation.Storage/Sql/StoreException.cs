namespace Federation.Storage.Sql;

/// <summary>The ways a store refuses to be used, as far as a person can do something about each.</summary>
public enum StoreFault
{
    Address, Missing, Folder, Permission, DiskFull, IsDirectory, NotADatabase, Damaged, NewerSchema, Busy,
    Unreachable, Credentials, NoDatabase, MissingRight, OlderSchema, Other,
}

/// <summary>The store cannot be used: what happened, where, why, and what helps.</summary>
public sealed class StoreException(
    StoreFault fault, string where, string why, string remedy, Exception? inner = null)
    : Exception($"{Words(fault)} ({where}): {why}. {remedy}", inner)
{
    public StoreFault Fault { get; } = fault;

    /// <summary>What happened, without the rest.</summary>
    public string What { get; } = Words(fault);

    /// <summary>The file or the server, without secrets.</summary>
    public string Where { get; } = where;

    public string Why { get; } = why;

    /// <summary>One sentence a person can act on.</summary>
    public string Remedy { get; } = remedy;

    private static string Words(StoreFault fault) => fault switch
    {
        StoreFault.Address => "This is not the address of a store",
        StoreFault.Missing => "There is no store here",
        StoreFault.Damaged => "The store's file is damaged",
        StoreFault.Folder => "The store's folder cannot be made",
        StoreFault.Permission => "The store may not be written",
        StoreFault.DiskFull => "There is no space left for the store",
        StoreFault.IsDirectory => "The store's file is a folder",
        StoreFault.NotADatabase => "The store's file is not a database",
        StoreFault.NewerSchema => "The store was written by a newer version",
        StoreFault.OlderSchema => "The store lacks this version's tables",
        StoreFault.Busy => "The store stayed busy",
        StoreFault.Unreachable => "The database server does not answer",
        StoreFault.Credentials => "The database server refuses this user",
        StoreFault.NoDatabase => "The database does not exist",
        StoreFault.MissingRight => "The user lacks a right in the database",
        _ => "The store cannot be used",
    };
}
