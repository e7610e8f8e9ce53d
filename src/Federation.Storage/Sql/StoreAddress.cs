using Npgsql;

namespace Federation.Storage.Sql;

/// <summary>Where circles, silo membership and reminders are kept: one file, or one server.</summary>
public abstract record StoreAddress
{
    private StoreAddress() { }

    /// <summary>One file shared by the silo processes of one machine.</summary>
    /// <param name="Path">The file's full path; relative ones are resolved when parsed.</param>
    public sealed record Sqlite(string Path) : StoreAddress
    {
        public override string ToString() => $"sqlite:{Path}";
    }

    /// <summary>A PostgreSQL database, for silos on several machines.</summary>
    /// <param name="ConnectionString">Npgsql's keywords, the password included.</param>
    public sealed record Postgres(string ConnectionString) : StoreAddress
    {
        /// <summary>Host, port and database, never the password: for people's eyes.</summary>
        public override string ToString()
        {
            var parts = new NpgsqlConnectionStringBuilder(ConnectionString);
            return $"postgres:{parts.Username}@{parts.Host}:{parts.Port}/{parts.Database}";
        }
    }

    /// <summary>The address as <see cref="Parse"/> reads it back, secrets included.</summary>
    public string Text => this is Postgres postgres ? $"postgres:{postgres.ConnectionString}" : ToString();

    /// <summary>As <see cref="Text"/>, but without a password: for what is kept and passed on.</summary>
    public string TextWithoutSecrets
    {
        get
        {
            if (this is not Postgres postgres) return ToString();
            var parts = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Password = null };
            return $"postgres:{parts.ConnectionString}";
        }
    }

    /// <summary>Reads "sqlite:PATH", "postgres:KEYWORDS" or "postgres://user:password@host:port/database".</summary>
    /// <exception cref="StoreException">It is none of these.</exception>
    public static StoreAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith("postgres://", StringComparison.Ordinal)
            || text.StartsWith("postgresql://", StringComparison.Ordinal))
        {
            return PostgresUri(text);
        }

        return text.Split(':', 2) switch
        {
            ["sqlite", { Length: > 0 } path] => new Sqlite(System.IO.Path.GetFullPath(path)),
            ["postgres", { Length: > 0 } keywords] => Checked(keywords, text),
            _ => throw Unreadable(text, "it begins with neither 'sqlite:' nor 'postgres:'"),
        };
    }

    private static Postgres PostgresUri(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            throw Unreadable("postgres://...", "it is not a complete address");
        }

        var user = uri.UserInfo.Split(':', 2);
        var parts = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Username = Uri.UnescapeDataString(user[0]),
            Database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')),
        };
        if (user.Length == 2) parts.Password = Uri.UnescapeDataString(user[1]);
        return new Postgres(parts.ConnectionString);
    }

    private static Postgres Checked(string keywords, string text)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(keywords);
            return new Postgres(keywords);
        }
        catch (ArgumentException unknown)
        {
            throw Unreadable(text.Split('=')[0] + "...", unknown.Message);
        }
    }

    private static StoreException Unreadable(string text, string why) => new(
        StoreFault.Address, text, why,
        "Write sqlite:PATH or postgres:Host=localhost;Username=federation;Database=federation.");
}
