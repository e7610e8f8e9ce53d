using System.Collections.Immutable;

namespace Federation.Storage.Sql;

/// <summary>The SQL texts of one database, from the .sql files beside this one.</summary>
/// <param name="Tables">Creates every table of <see cref="StoreSchema.Version"/>; not repeatable.</param>
/// <param name="Queries">What goes into OrleansQuery: Orleans' name for a query, and our text of it.</param>
public sealed record SchemaScripts(string Tables, ImmutableSortedDictionary<string, string> Queries)
{
    private const string Mark = "-- query: ";

    public static SchemaScripts For(StoreAddress address)
    {
        var folder = address is StoreAddress.Sqlite ? "Sqlite" : "Postgres";
        return new SchemaScripts(Read($"{folder}.tables.sql"), Sections(Read($"{folder}.queries.sql")));
    }

    private static string Read(string name)
    {
        using var stream = typeof(SchemaScripts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The build forgot to embed {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static ImmutableSortedDictionary<string, string> Sections(string text)
    {
        var sections = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        string? name = null;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal)) name = line[Mark.Length..].Trim();
            else if (name is not null) sections[name] = sections.GetValueOrDefault(name, "") + line + "\n";
        }

        return sections.ToImmutable();
    }
}
