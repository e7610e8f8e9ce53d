using System.Data.Common;

namespace Federation.Storage.Sql;

/// <summary>What a silo needs of a database whose tables another role made: to read and write rows.</summary>
public static class StoreGrants
{
    // Names of tables as PostgreSQL folds them; the others are written only where the schema is made.
    private const string Written =
        "orleansmembershipversiontable, orleansmembershiptable, orleansstorage, orleansreminderstable";

    private const string Read = "orleansquery, federationschema";

    /// <summary>Lets a role use the store's tables, and nothing beyond. May be done any number of times.</summary>
    /// <exception cref="StoreException">There is no such role, this user does not own the tables, or the store
    /// is a file, which has no roles.</exception>
    public static async Task GrantAsync(StoreAddress address, string role, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address is not StoreAddress.Postgres)
        {
            throw new StoreException(
                StoreFault.Other, address.ToString(), $"a file has no role '{role}' to grant anything to",
                "Leave FEDERATION_GRANT_TO out, or name a PostgreSQL database.");
        }

        await address.UsingAsync(async connection =>
        {
            var (schema, quoted) = await Names(connection, role, stop).ConfigureAwait(false);
            await using var grant = connection.Command(
                $"""
                GRANT USAGE ON SCHEMA {schema} TO {quoted};
                GRANT SELECT, INSERT, UPDATE, DELETE ON {Written} TO {quoted};
                GRANT SELECT ON {Read} TO {quoted}
                """);
            return await grant.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
        }, stop).ConfigureAwait(false);
    }

    private static async Task<(string Schema, string Role)> Names(
        DbConnection connection, string role, CancellationToken stop)
    {
        await using var ask = connection.Command(
            "SELECT quote_ident(current_schema()), quote_ident(@role)", ("role", role));
        await using var row = await ask.ExecuteReaderAsync(stop).ConfigureAwait(false);
        await row.ReadAsync(stop).ConfigureAwait(false);
        return (row.GetString(0), row.GetString(1));
    }
}
