using System.Collections.Immutable;
using Federation.Governance.Spaces;

namespace Federation.Storage.Scenarios;

/// <summary>The dimensions and the status quo, from units to coordinates.</summary>
internal static class SpaceBinder
{
    /// <summary>Null when there is no usable dimension.</summary>
    public static IssueSpace? Space(ScenarioValues values)
    {
        const string list = "space.dimensions";
        var count = values.Count(list);
        if (count is < 1 or > Point.DimensionsMax)
        {
            values.Refuse(list, $"There are {count} dimensions",
                $"Describe 1 to {Point.DimensionsMax}, each beginning with '- name:'");
            return null;
        }

        var dimensions = ImmutableArray.CreateBuilder<Dimension>(count);
        for (var i = 1; i <= count; i++) dimensions.Add(One(values, $"{list}.{i}"));
        for (var i = 1; i < count; i++)
            if (dimensions.Take(i).Any(other => Same(other.Name, dimensions[i].Name)))
                values.Refuse(
                    $"{list}.{i + 1}.name", $"Two dimensions are called '{dimensions[i].Name}'",
                    "Give each its own name");
        return new IssueSpace(dimensions.ToImmutable());
    }

    private static Dimension One(ScenarioValues values, string at)
    {
        const string row = "space.dimensions[].";
        var low = values.Number($"{at}.low", row + "low");
        var high = values.Number($"{at}.high", row + "high");
        if (low.Equals(high))
            values.Refuse(
                $"{at}.high", $"The high end is the low end, {low}",
                "Give the two ends different values");
        return new Dimension(
            values.Text($"{at}.name", row + "name"), values.Text($"{at}.unit", row + "unit"), low,
                high,
            values.Text($"{at}.lowText", row + "lowText"), values.Text(
                $"{at}.highText", row + "highText"))
        {
            Salience = values.Number($"{at}.salience", row + "salience"),
        };
    }

    public static Point StatusQuo(ScenarioValues values, IssueSpace? space)
    {
        if (space is null) return default;
        var given = values.Find("statusQuo") as ImmutableSortedDictionary<string, double>;
        Span<double> coordinates = stackalloc double[space.Count];
        foreach (var (name, units) in given ?? ImmutableSortedDictionary<string, double>.Empty)
            if (IndexOf(values, space, name, "statusQuo") is { } index
                && Coordinate(
                    values, space.Dimensions[index], units, $"statusQuo.{name}") is { } coordinate)
                coordinates[index] = coordinate;
        return new Point(coordinates);
    }

    /// <summary>Which dimension a name means, or null after telling that there is none.</summary>
    public static int? IndexOf(ScenarioValues values, IssueSpace space, string name, string path)
    {
        for (var i = 0; i < space.Count; i++)
            if (space.Dimensions[i].Name == name) return i;
        var names = space.Dimensions.Select(dimension => dimension.Name).ToArray();
        values.Refuse(path, $"There is no dimension '{name}'",
            Nearest.Suggest(name, names, "The dimensions are: " + string.Join(", ", names)));
        return null;
    }

    /// <summary>A value in units as a coordinate, or null when it lies past an end, which is
    /// told.</summary>
    public static double? Coordinate(
        ScenarioValues values, Dimension dimension, double units, string path)
    {
        if (dimension.Low.Equals(dimension.High)) return null;
        var coordinate = dimension.ToCoordinate(units);
        if (coordinate is >= 0 and <= 1) return coordinate;
        values.Refuse(
            path, $"{units} {dimension.Unit} lies outside the dimension".Replace(
            "  ", " ", StringComparison.Ordinal),
            $"Write a number from {Math.Min(dimension.Low, dimension.High)} to "
                + $"{Math.Max(dimension.Low, dimension.High)}");
        return null;
    }

    private static bool Same(string a, string b) => string.Equals(
        a, b, StringComparison.OrdinalIgnoreCase);
}
