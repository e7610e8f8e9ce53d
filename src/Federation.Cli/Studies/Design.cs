using System.Collections.Immutable;
using System.Globalization;
using Federation.Cli.Terminals;
using Federation.Study.Designs;

namespace Federation.Cli.Studies;

/// <summary>Which points of the factors' space a sweep visits.</summary>
/// <param name="Name">"grid": every combination of values; "lhs", "sobol": as many points as asked; "morris":
/// trajectories; "indices": rows for Sobol's indices.</param>
/// <param name="Points">Points, trajectories or rows; 0 for a grid.</param>
/// <param name="Seed">Another seed has other points.</param>
internal sealed record Design(string Name, int Points, ImmutableArray<Factor> Factors, ulong Seed)
{
    public const string Grid = "grid";

    public static ImmutableArray<string> Names { get; } = [Grid, "lhs", "sobol", "morris", "indices"];

    /// <summary>What to beware of; "" for nothing.</summary>
    public string Note => Name != "indices" || Points >= SobolIndices.RowsLeast ? ""
        : $"{Points} rows are few for Sobol' indices, which want {SobolIndices.RowsLeast} or more "
            + $"(--points {SobolIndices.RowsLeast}): where intervals overlap, even the order of settings is open.";

    /// <summary>How many points there are.</summary>
    public double Count => Name switch
    {
        Grid => Factors.Select(Listed).Aggregate(1.0, (count, factor) => count * factor.Values.Length),
        "morris" => Points * (Factors.Length + 1.0),
        "indices" => Points * (Factors.Length + 2.0),
        _ => Points,
    };

    /// <summary>The settings of every point, in the design's order.</summary>
    public ImmutableArray<ImmutableArray<KeyValuePair<string, string>>> Settings()
    {
        if (Name == Grid) return Combinations();
        return [.. Cube().Select(point => Factors.Select((factor, k) =>
            new KeyValuePair<string, string>(factor.Key, Value(factor, point[k]))).ToImmutableArray())];
    }

    /// <summary>What each factor does to a figure of the points; none for designs that are not for that.</summary>
    public IReadOnlyList<Effect> Effects(IReadOnlyList<double> figures) => Name switch
    {
        "morris" => Morris.Effects(Factors.Length, figures, Seed),
        "indices" => SobolIndices.Effects(Factors.Length, figures),
        _ => [],
    };

    private double[][] Cube()
    {
        var most = Name switch { "sobol" => SobolPoints.DimensionsMost, "indices" => SobolIndices.FactorsMost, _ =>
            1000 };
        if (Factors.Length > most)
            throw Unfit($"There are {Factors.Length} factors, and design {Name} takes at most {most}",
                "Use --design lhs, or screen with --design morris first");
        return Name switch
        {
            "lhs" => LatinHypercube.Of(Factors.Length, Points, Seed),
            "sobol" => SobolPoints.Of(Factors.Length, Points, Seed),
            "morris" => Morris.Points(Factors.Length, Points, Seed),
            _ => SobolIndices.Points(Factors.Length, Points, Seed),
        };
    }

    private ImmutableArray<ImmutableArray<KeyValuePair<string, string>>> Combinations()
    {
        ImmutableArray<ImmutableArray<KeyValuePair<string, string>>> all = [[]];
        foreach (var factor in Factors.Select(Listed))
            all = [.. all.SelectMany(so => factor.Values.Select(value => so.Add(new(factor.Key, value))))];
        return all;
    }

    /// <summary>A grid goes through values; whole numbers of a range are values.</summary>
    private static Factor.Levels Listed(Factor factor) => factor switch
    {
        Factor.Levels levels => levels,
        Factor.Range { Whole: true } range when range.High - range.Low < 1000 => new Factor.Levels(range.Key,
            [.. Enumerable.Range(0, (int)(range.High - range.Low) + 1).Select(i => Text(range.Low + i))]),
        _ => throw Unfit($"'{factor.Key}' is given a range, and a grid goes through values",
            $"List them: {factor.Key}=0,0.1,0.2; or use --design lhs --points N"),
    };

    private static string Value(Factor factor, double share) => factor switch
    {
        Factor.Range range => Text(range.At(share)),
        Factor.Levels levels => levels.Values[Math.Min(levels.Values.Length - 1, (int)(share * levels.Values.Length))],
        _ => "",
    };

    /// <summary>Twelve digits after the point: no setting is finer, and a scenario reads them back.</summary>
    private static string Text(double value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private static CommandFailure Unfit(string what, string remedy) =>
        new("usage", what, remedy, "--vary", ExitCode.Usage);
}
