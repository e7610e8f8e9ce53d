namespace Federation.Study.Tables;

/// <summary>A column of texts or of numbers.</summary>
public abstract record Column(string Name)
{
    public abstract int Count { get; }

    /// <summary>A text a row.</summary>
    public sealed record Words(string Name, IReadOnlyList<string> Values) : Column(Name)
    {
        public override int Count => Values.Count;
    }

    /// <summary>A number a row; what is not a number was not measured.</summary>
    public sealed record Numbers(string Name, IReadOnlyList<double> Values) : Column(Name)
    {
        public override int Count => Values.Count;
    }

    /// <summary>A whole number a row.</summary>
    public sealed record Wholes(string Name, IReadOnlyList<long> Values) : Column(Name)
    {
        public override int Count => Values.Count;
    }
}

/// <summary>Columns of one length.</summary>
public sealed record Table
{
    /// <exception cref="ArgumentException">Columns differ in length, or two have one name.</exception>
    public Table(params IReadOnlyList<Column> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Select(column => column.Count).Distinct().Count() > 1)
            throw new ArgumentException("Columns of a table have one length.", nameof(columns));
        if (columns.Select(column => column.Name).Distinct(StringComparer.Ordinal).Count() < columns.Count)
            throw new ArgumentException("Columns of a table have names of their own.", nameof(columns));
        Columns = columns;
    }

    public IReadOnlyList<Column> Columns { get; }

    public int Rows => Columns.Count == 0 ? 0 : Columns[0].Count;
}
