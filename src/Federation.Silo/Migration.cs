using Federation.Contracts.Hosting;
using Federation.Storage.Sql;

namespace Federation.Silo;

/// <summary>Bringing the store to this version's tables: by itself, or by every silo that starts.</summary>
internal static class Migration
{
    /// <summary>Does it and ends: what a job does once for all silos, as a role that may make tables.</summary>
    public static async Task<int> Run(LaunchOptions options)
    {
        var store = StoreAddress.Parse(options.Store);
        var changed = await StoreSchema.ApplyAsync(store);
        Console.WriteLine($"{store}: {(changed ? "brought to" : "was at")} version {StoreSchema.Version}.");
        if (options.GrantTo.Length == 0) return 0;
        await StoreGrants.GrantAsync(store, options.GrantTo);
        Console.WriteLine($"{options.GrantTo} may read and write its rows, and nothing else.");
        return 0;
    }

    /// <exception cref="StoreException">The store is not at this version, and this silo may not bring it
    /// there.</exception>
    public static Task BeforeJoining(LaunchOptions options)
    {
        var store = StoreAddress.Parse(options.Store);
        return options.Migrates ? StoreSchema.ApplyAsync(store) : StoreSchema.RequireAsync(store);
    }
}
