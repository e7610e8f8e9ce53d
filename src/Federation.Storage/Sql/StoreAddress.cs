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
            var parts = new NpgsqlConnectionStringBuilder(postgres.ConnectionString)
            {
                Password = null,
                SslPassword = null,
            };
            return $"postgres:{parts.ConnectionString}";
        }
    }

    /// <summary>Reads "sqlite:PATH", "postgres:KEYWORDS" or
    /// "postgres://user:password@host:port/database?keyword=value".</summary>
    /// <exception cref="StoreException">It is none of these. It tells nothing of the text that may be a
    /// secret.</exception>
    public static StoreAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (PostgresUri.Begins(text)) return PostgresUri.Read(text);
        return text.Split(':', 2) switch
        {
            ["sqlite", { Length: > 0 } path] => new Sqlite(System.IO.Path.GetFullPath(path)),
            ["postgres", { Length: > 0 } keywords] => Keywords(keywords),
            _ => throw Unreadable(Beginning(text), "it begins with neither 'sqlite:' nor 'postgres:'"),
        };
    }

    internal static StoreException Unreadable(string beginning, string why) => new(
        StoreFault.Address, beginning, why,
        "Write sqlite:PATH, postgres:Host=localhost;Username=federation;Database=federation "
        + "or postgres://federation@localhost:5432/federation.");

    /// <summary>Its first word, as in "Host=..."; a text of one word might be a password altogether.</summary>
    private static string Beginning(string text)
    {
        var word = string.Concat(text.TakeWhile(char.IsAsciiLetter));
        return word.Length > 0 && word.Length < text.Length && text[word.Length] is ':' or '=' or ' '
            ? $"{word}{text[word.Length]}..."
            : "...";
    }

    // What the driver says of a keyword it does not know may be the rest of a password that has a ';'.
    private static Postgres Keywords(string keywords)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(keywords);
            return new Postgres(keywords);
        }
        catch (Exception refused) when (refused is ArgumentException or FormatException or OverflowException)
        {
            throw Unreadable(
                "postgres:...",
                "a keyword is unknown, has no such value, or a value with ';', '=' or spaces lacks quotes around it");
        }
    }
}
