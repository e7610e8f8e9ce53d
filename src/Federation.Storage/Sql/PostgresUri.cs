using Npgsql;

namespace Federation.Storage.Sql;

/// <summary>The address of a PostgreSQL database as other programs write it, too:
/// postgres://user:password@host:port/database?keyword=value&amp;...</summary>
/// <remarks>Keywords are Npgsql's or libpq's (PostgreSQL documentation, 34.1.2): sslmode=verify-full.</remarks>
internal static class PostgresUri
{
    /// <summary>What libpq calls otherwise, not counting '_'.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["user"] = "Username", ["dbname"] = "Database", ["connecttimeout"] = "Timeout",
        ["sslcert"] = "SSL Certificate", ["sslkey"] = "SSL Key", ["sslrootcert"] = "Root Certificate",
    };

    /// <summary>Whether a text is meant as such an address.</summary>
    public static bool Begins(string text) =>
        text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="StoreException">It is not complete, or a keyword is unknown.</exception>
    public static StoreAddress.Postgres Read(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            throw Unreadable(
                "it is not a complete address; '/', '?', '#' and '@' in a password are %2F, %3F, %23 and %40");
        }

        if (uri.Fragment.Length > 0) throw Unreadable("what follows a '#' would be lost; write %23 for it");
        var database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/'));
        if (database.AsSpan().IndexOfAny(";=/") >= 0)
            throw Unreadable("the database's name has a ';', '=' or '/'; keywords follow a '?', parted by '&'");

        var user = uri.UserInfo.Split(':', 2);
        var parts = new NpgsqlConnectionStringBuilder
        {
            Host = uri.DnsSafeHost,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Username = Uri.UnescapeDataString(user[0]),
            Database = database,
        };
        if (user.Length == 2) parts.Password = Uri.UnescapeDataString(user[1]);
        foreach (var keyword in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            Take(keyword, parts);
        return new StoreAddress.Postgres(parts.ConnectionString);
    }

    private static void Take(string keyword, NpgsqlConnectionStringBuilder parts)
    {
        var (name, value) = keyword.Split('=', 2) is [var left, var right] ? (left, right) : (keyword, "");
        name = Uri.UnescapeDataString(name).Replace("_", "", StringComparison.Ordinal);
        value = Uri.UnescapeDataString(value);
        if (name.Equals("sslmode", StringComparison.OrdinalIgnoreCase))
            value = value.Replace("-", "", StringComparison.Ordinal);
        try
        {
            parts[Names.GetValueOrDefault(name, name)] = value;
        }
        catch (Exception refused) when (refused is ArgumentException or FormatException or OverflowException
                                            or InvalidCastException or NotSupportedException or KeyNotFoundException)
        {
            throw Unreadable(name.All(char.IsAsciiLetter)
                ? $"Npgsql has no keyword '{name}' with such a value"
                : "what follows the '?' is not keyword=value, parted by '&'");
        }
    }

    private static StoreException Unreadable(string why) => StoreAddress.Unreadable("postgres://...", why);
}
