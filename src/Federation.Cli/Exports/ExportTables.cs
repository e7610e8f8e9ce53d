using Federation.Cli.Runs;
using Federation.Society.Runs;
using Federation.Study.Tables;

namespace Federation.Cli.Exports;

/// <summary>A run's facts as tables, for whatever writes tables.</summary>
internal static class ExportTables
{
    /// <summary>A row for each decision and dimension it is about.</summary>
    public static Table Decisions(IEnumerable<DecisionReport> decisions)
    {
        var rows = decisions.SelectMany(one =>
            one.Proposed.Keys.Select(dimension => (One: one, Dimension: dimension))).ToArray();
        return new Table(
            Whole("id", rows, row => row.One.Id), Words("title", rows, row => row.One.Title),
            Words("circle", rows, row => row.One.Circle), Words("effect", rows, row => row.One.Effect),
            Words("outcome", rows, row => row.One.Outcome), Whole("version", rows, row => row.One.Version),
            Words("dimension", rows, row => row.Dimension), Words("unit", rows, row => row.One.Units[row.Dimension]),
            Number("proposed", rows, row => row.One.Proposed[row.Dimension]),
            Number("decided", rows, row => row.One.Decided[row.Dimension]),
            Whole("termDays", rows, row => row.One.TermDays), Whole("objections", rows, row => row.One.Objections),
            Whole("integrated", rows, row => row.One.Integrated),
                Whole("circlesAsked", rows, row => row.One.CirclesAsked),
            Whole("circlesCarried", rows, row => row.One.CirclesCarried),
            Whole("circlesAdapted", rows, row => row.One.CirclesAdapted),
            Whole("circlesUnresolved", rows, row => row.One.CirclesUnresolved),
            Whole("circlesDeclined", rows, row => row.One.CirclesDeclined),
            Whole("reviewRequests", rows, row => row.One.ReviewRequests), Words("rung", rows, row => row.One.Rung),
            Number("personHours", rows, row => row.One.PersonHours.Mid),
                Number("weeks", rows, row => row.One.Weeks.Mid),
            Number("harmMean", rows, row => row.One.Harm.Mean),
            Number("harmWorstDecile", rows, row => row.One.Harm.WorstDecile),
            Number("outsideTolerance", rows, row => row.One.OutsideTolerance));
    }

    public static Table Circles(IReadOnlyList<CircleRow> rows) => new(
        Words("circle", rows, row => row.Circle), Words("level", rows, row => row.Level),
        Whole("depth", rows, row => row.Depth), Whole("people", rows, row => row.People),
        Whole("represented", rows, row => row.Represented), Whole("decision", rows, row => row.Decision),
        Words("standing", rows, row => row.Standing), Whole("objections", rows, row => row.Objections),
        Number("harm", rows, row => row.Harm));

    public static Table Events(IReadOnlyList<MinuteLine> rows) => new(
        Whole("day", rows, row => row.Day), Whole("cycle", rows, row => row.Cycle),
            Words("circle", rows, row => row.Circle),
        Words("level", rows, row => row.Level), Whole("decision", rows, row => row.Decision),
        Whole("round", rows, row => row.Round), Words("kind", rows, row => row.Kind),
            Words("member", rows, row => row.Member),
        Words("argument", rows, row => row.Argument), Words("from", rows, row => row.From),
            Words("to", rows, row => row.To));

    public static Table Seals(IReadOnlyList<SealAtCycle> rows) => new(
        Whole("cycle", rows, row => row.Cycle), Whole("day", rows, row => row.Day),
            Words("scope", rows, row => row.Scope),
        Words("seal", rows, row => row.Seal));

    private static Column.Words Words<T>(string name, IReadOnlyList<T> rows, Func<T, string> cell) =>
        new(name, [.. rows.Select(cell)]);

    private static Column.Wholes Whole<T>(string name, IReadOnlyList<T> rows, Func<T, long> cell) =>
        new(name, [.. rows.Select(cell)]);

    private static Column.Numbers Number<T>(string name, IReadOnlyList<T> rows, Func<T, double> cell) =>
        new(name, [.. rows.Select(cell)]);
}
