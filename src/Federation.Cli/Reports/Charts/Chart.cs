using System.Text.Json.Serialization;

namespace Federation.Cli.Reports.Charts;

/// <summary>The facts of one figure; Charts/charts.js draws each kind from them.</summary>
/// <remarks>Written into the page as JSON, beside a table of the same facts.</remarks>
internal abstract record Chart
{
    /// <summary>Which drawing of charts.js.</summary>
    [JsonIgnore]
    public abstract string Kind { get; }
}

/// <summary>Distributions: every replication a dot, the middle half a bar, the mean with its interval.</summary>
/// <param name="Zero">Whether the axis begins at nought.</param>
internal sealed record Strips(string Label, string Unit, bool Zero, IReadOnlyList<Strip> Groups) : Chart
{
    public override string Kind => "strips";
}

/// <param name="Own">Whether it is the rule or setting the report is about.</param>
/// <param name="Low">The interval of the mean, to <paramref name="High"/>.</param>
internal sealed record Strip(
    string Name, bool Own, IReadOnlyList<double> Values, double Mean, double Low, double High);

/// <summary>Two outcomes at once, less of both being better; numbers lead to a list of names.</summary>
internal sealed record Front(string XLabel, string YLabel, IReadOnlyList<FrontPoint> Points) : Chart
{
    public override string Kind => "front";
}

/// <param name="Best">No other point is better in one outcome and as good in the other.</param>
internal sealed record FrontPoint(
    int Number, string Name, bool Own, bool Best, double X, double XLow, double XHigh, double Y, double YLow,
    double YHigh);

/// <summary>A number in every field of a plane of two settings.</summary>
/// <param name="Diverging">Whether values lie on both sides of nought.</param>
internal sealed record Plane(
    string XLabel, string YLabel, IReadOnlyList<string> Xs, IReadOnlyList<string> Ys, bool Diverging,
    IReadOnlyList<Field> Fields) : Chart
{
    public override string Kind => "plane";
}

/// <param name="Clear">Whether its interval lies outside what was named as too small to matter.</param>
internal sealed record Field(string X, string Y, double Value, bool Clear);

/// <summary>Differences of pairs with their intervals.</summary>
/// <param name="Smallest">The smallest difference that matters, named beforehand.</param>
internal sealed record Forest(string Label, double Smallest, IReadOnlyList<ForestPair> Pairs) : Chart
{
    public override string Kind => "forest";
}

internal sealed record ForestPair(string Name, string Verdict, double Difference, double Low, double High);

/// <summary>Two counts for each group on one logarithmic axis.</summary>
internal sealed record Counts(string Label, IReadOnlyList<string> Kinds, IReadOnlyList<CountGroup> Groups) : Chart
{
    public override string Kind => "counts";
}

internal sealed record CountGroup(string Name, IReadOnlyList<double> Counts);

/// <summary>One bar for each group, its figure written out beside it.</summary>
internal sealed record Bars(string Label, IReadOnlyList<Bar> Groups) : Chart
{
    public override string Kind => "bars";
}

internal sealed record Bar(string Name, double Count, string Told, bool Own = true);

/// <summary>Figures in the order of a first one: time, or a setting.</summary>
/// <param name="Level">What the lines are held against, drawn across; null for nothing.</param>
internal sealed record Lines(
    string XLabel, string YLabel, IReadOnlyList<LineGroup> Groups, LineLevel? Level = null) : Chart
{
    public override string Kind => "lines";
}

/// <summary>Shares of a whole on top of each other in time, the first at the foot.</summary>
internal sealed record Areas(string XLabel, string YLabel, IReadOnlyList<LineGroup> Groups) : Chart
{
    public override string Kind => "areas";
}

/// <summary>A dot for every point visited, in the order of x.</summary>
/// <param name="Trend">Means along x, joined by a line; empty for none.</param>
internal sealed record Scatter(
    string XLabel, string YLabel, IReadOnlyList<LinePoint> Points, IReadOnlyList<LinePoint> Trend) : Chart
{
    public override string Kind => "scatter";
}

internal sealed record LineGroup(string Name, IReadOnlyList<LinePoint> Points);

internal sealed record LineLevel(string Name, double Y);

internal sealed record LinePoint(double X, double Y, double? Low = null, double? High = null);
