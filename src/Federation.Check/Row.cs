namespace Federation.Check;

/// <summary>The three kinds of rows, which are never mixed.</summary>
public enum RowGroup
{
    /// <summary>Published or proven figures: they check our mathematics and say nothing about societies.</summary>
    KnownAnswer = 1,

    /// <summary>Stylised facts the whole model must show.</summary>
    Pattern = 2,

    /// <summary>Same seed, same seal.</summary>
    Reproducibility = 3,
}

/// <summary>Something expected, beside what came out.</summary>
/// <param name="Id">V1 to V65 as in the specification, P for patterns, R for reproducibility.</param>
/// <param name="Expected">A number, or words.</param>
/// <param name="Measured">Likewise.</param>
/// <param name="Tolerance">How far they may be apart; 0 for words.</param>
/// <param name="Source">Where the expected figure is from.</param>
public sealed record CheckRow(
    string Id, RowGroup Group, string Setting, object Expected, object Measured, double Tolerance, bool Ok,
    string Source);

/// <summary>A row before it is measured.</summary>
/// <param name="Measure">What comes out.</param>
public sealed record Row(
    string Id, RowGroup Group, string Setting, object Expected, double Tolerance, string Source,
    Func<Effort, Found> Measure)
{
    public CheckRow Take(Effort effort)
    {
        var found = Measure(effort);
        var tolerance = Tolerance + found.Error;
        var ok = found.Holds ?? ((Expected, found.Measured) is (double expected, double number)
            ? Math.Abs(expected - number) <= tolerance * (1 + 1e-9)
            : Expected.Equals(found.Measured));
        return new CheckRow(Id, Group, Setting, Expected, found.Measured, tolerance, ok, Source);
    }

    /// <summary>A number that is computed.</summary>
    public static Row Number(
        string id, string setting, double expected, double tolerance, string source, Func<double> measure) =>
        new(id, RowGroup.KnownAnswer, setting, expected, tolerance, source, _ => new Found(measure()));

    /// <summary>A number from a sample of a stated size, whose own tolerance covers its error.</summary>
    public static Row Sample(
        string id, string setting, double expected, double tolerance, string source, int quick, int full,
        Func<int, double> measure) =>
        new(id, RowGroup.KnownAnswer, setting, expected, tolerance, source,
            effort => new Found(measure(effort == Effort.Full ? full : quick)));

    /// <summary>A chance that is counted: four standard errors are added to the tolerance.</summary>
    public static Row Chance(
        string id, string setting, double expected, double tolerance, string source, int quick, int full,
        Func<int, double> measure) =>
        new(id, RowGroup.KnownAnswer, setting, expected, tolerance, source, effort =>
        {
            var runs = effort == Effort.Full ? full : quick;
            return new Found(measure(runs), 4 * Math.Sqrt(expected * (1 - expected) / runs));
        });

    /// <summary>Words that must be equal.</summary>
    public static Row Words(string id, string setting, string expected, string source, Func<string> measure) =>
        new(id, RowGroup.KnownAnswer, setting, expected, 0, source, _ => new Found(measure()));

    /// <summary>A statement about the model that is so or is not.</summary>
    public static Row Holds(string id, RowGroup group, string setting, string expected, string source,
        Func<Effort, (bool So, string Found)> measure) =>
        new(id, group, setting, expected, 0, source, effort =>
        {
            var (so, found) = measure(effort);
            return new Found(found, 0, so);
        });
}

/// <summary>What came out.</summary>
/// <param name="Measured">A number, or words.</param>
/// <param name="Error">How much wider than said it may be off because it is a sample.</param>
/// <param name="Holds">Whether it is as expected, where words alone cannot tell; else null.</param>
public sealed record Found(object Measured, double Error = 0, bool? Holds = null);

/// <summary>How large samples are.</summary>
public enum Effort
{
    /// <summary>All of it within two minutes on two cores.</summary>
    Quick = 1,

    /// <summary>As large as the published runs, or larger.</summary>
    Full = 2,
}
