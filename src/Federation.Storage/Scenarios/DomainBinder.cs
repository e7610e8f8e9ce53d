using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Spaces;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>Domains at the founding and changes of them.</summary>
internal static class DomainBinder
{
    public static ImmutableArray<Allotment> Domains(ScenarioValues values, IssueSpace? space) => space is null
        ? []
        : [.. Enumerable.Range(1, values.Count("domains")).Select(number => One(values, space, number))];

    /// <summary>Null where the matter changes no domain, or after telling what is wrong.</summary>
    public static DomainChange? Change(
        ScenarioValues values, IssueSpace space, string at, Point position, ImmutableArray<int> about)
    {
        const string row = "agenda[].domain.";
        if (values.NodeAt(at) is null) return null;
        var path = values.Text($"{at}.circle", row + "circle");
        if (!path.Contains('/'))
        {
            values.Refuse(
                $"{at}.circle", path.Length == 0 ? "It is missing" : $"'{path}' has no parent to decide it",
                "Name a circle below the root");
            return null;
        }

        var operation = Enum.Parse<Operation>(values.Text($"{at}.operation", row + "operation"), ignoreCase: true);
        var dimensions = Indices(values, space, $"{at}.dimensions") is { IsEmpty: false } named ? named : about;
        var bounds = Bounds(values, space, at);
        var latitude = values.Find($"{at}.latitude") is double given ? Fixed.Round(given) : -1;
        if (operation == Operation.Narrow && bounds == Governance.Spaces.Bounds.Unit(space.Count) && latitude < 0)
            values.Refuse(at, "It narrows nothing", "Write low, high or latitude, or return the dimensions");
        foreach (var dimension in dimensions)
            if (position[dimension] < bounds.Low[dimension] || position[dimension] > bounds.High[dimension])
                values.Refuse(
                    at, $"The position of '{space.Dimensions[dimension].Name}' lies outside the bounds given",
                    "The position says what the domain is for; write one between low and high");
        return new DomainChange(operation, new CircleId(path), dimensions, bounds, latitude);
    }

    private static Allotment One(ScenarioValues values, IssueSpace space, int number)
    {
        const string row = "domains[].";
        var at = $"domains.{number}";
        var circle = values.Text($"{at}.circle", row + "circle");
        var level = values.Text($"{at}.level", row + "level");
        var affects = values.Text($"{at}.affects", row + "affects");
        if (circle.Length == 0 == (level.Length == 0))
            values.Refuse(at, "It is given to nobody in particular", "Write circle or level, one of them");
        if (level.Length > 0 && affects.Length > 0)
            values.Refuse($"{at}.affects", "Circles of a level decide for their own people", "Remove it");
        for (var before = 1; before < number; before++)
            if (circle.Length > 0 && values.Find($"domains.{before}.circle") as string == circle)
                values.Refuse($"{at}.circle", $"'{circle}' was given a domain before", "Write it once");
        return new Allotment(
            circle, level, Indices(values, space, $"{at}.dimensions"), Bounds(values, space, at), affects,
            values.Find($"{at}.latitude") is double given ? Fixed.Round(given) : -1);
    }

    private static ImmutableArray<int> Indices(ScenarioValues values, IssueSpace space, string path) =>
        values.Find(path) is not ImmutableArray<string> names ? []
            : [.. names.Select(name => SpaceBinder.IndexOf(values, space, name, path)).OfType<int>().Order()];

    /// <summary>The whole space, but for the dimensions that are given a least or a most.</summary>
    private static Governance.Spaces.Bounds Bounds(ScenarioValues values, IssueSpace space, string at)
    {
        var (least, most) = (Named("low"), Named("high"));
        var (low, high) = (Point.Filled(space.Count, 0), Point.Filled(space.Count, 1));
        for (var i = 0; i < space.Count; i++)
        {
            // In a dimension written from its high end downwards the least has the higher coordinate.
            var turned = space.Dimensions[i].High < space.Dimensions[i].Low;
            if ((turned ? most : least).TryGetValue(i, out var lower)) low = low.With(i, lower);
            if ((turned ? least : most).TryGetValue(i, out var upper)) high = high.With(i, upper);
            if (low[i] > high[i])
                values.Refuse($"{at}.low", $"'{space.Dimensions[i].Name}' has a low above its high", "Exchange them");
        }

        return new Governance.Spaces.Bounds(Fixed.Round(low), Fixed.Round(high));

        Dictionary<int, double> Named(string end)
        {
            var named = new Dictionary<int, double>();
            foreach (var (name, units) in values.Find($"{at}.{end}") as ImmutableSortedDictionary<string, double>
                ?? ImmutableSortedDictionary<string, double>.Empty)
                if (SpaceBinder.IndexOf(values, space, name, $"{at}.{end}") is { } index
                    && SpaceBinder.Coordinate(
                        values, space.Dimensions[index], units, $"{at}.{end}.{name}") is { } coordinate)
                    named[index] = coordinate;
            return named;
        }
    }
}
