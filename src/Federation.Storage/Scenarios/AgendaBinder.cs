using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Spaces;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>The matters somebody raises.</summary>
internal static class AgendaBinder
{
    private const string Row = "agenda[].";
    private const int MattersMax = 1000;

    public static ImmutableArray<Matter> Agenda(
        ScenarioValues values, IssueSpace? space, Point statusQuo)
    {
        var count = values.Count("agenda");
        if (count is < 1 or > MattersMax)
            values.Refuse(
                "agenda", $"There are {count} matters",
                $"Write 1 to {MattersMax}, each beginning with '- title:'");
        if (count > MattersMax) return [];
        return [.. Enumerable.Range(1, count).Select(id => One(values, space, statusQuo, id))];
    }

    private static Matter One(ScenarioValues values, IssueSpace? space, Point statusQuo, int id)
    {
        var at = $"agenda.{id}";
        var circle = values.Text($"{at}.circle", Row + "circle");
        var affects = values.Text($"{at}.affects", Row + "affects");
        var day = (int)values.Whole($"{at}.day", Row + "day");
        var deadline = (int)values.Whole($"{at}.deadline", Row + "deadline");
        if (deadline != 0 && deadline <= day)
            values.Refuse(
                $"{at}.deadline",
                $"The deadline, day {deadline}, is not after day {day}, when it is raised",
                "Write a later day, or 0 for none");
        var urgent = values.Text($"{at}.urgent", Row + "urgent");
        var (position, dimensions) = space is null ? default : Position(
            values, space, statusQuo, at);
        var change = space is null ? null
            : DomainBinder.Change(values, space, $"{at}.domain", position, dimensions);
        if (values.Text($"{at}.effect", Row + "effect") == "changesDomain"
            != values.NodeAt($"{at}.domain") is not null)
            values.Refuse(
                $"{at}.effect", "The effect 'changesDomain' and the keys under 'domain' belong together",
                "Write both, or neither");
        if (change is not null && affects.Length > 0)
            values.Refuse(
                $"{at}.affects", "Whom a change of a domain affects follows from domain.circle", "Remove it");
        if (change is not null) affects = change.Parent.Path;
        return new Matter(
            id, values.Text($"{at}.title", Row + "title"), circle,
            affects.Length > 0 ? affects : circle.Split('/')[0],
            values.Text($"{at}.effect", Row + "effect"), position, dimensions,
            values.Find($"{at}.term") is int days ? days : (int)Numerals.Days(
                (string)ScenarioKeys.At(Row + "term").Default!)!,
            day, deadline)
        {
            Change = change,
            After = Basis(values, at, id),
            Removes = (int)values.Whole($"{at}.removes", Row + "removes"),
            Touches = Touched(values, $"{at}.touches"),
            Urgent = urgent != "no",
            Emergency = urgent == "emergency",
            By = values.Text($"{at}.by", Row + "by"),
        };
    }

    private static ImmutableArray<string> Touched(ScenarioValues values, string at)
    {
        if (values.Find(at) is not ImmutableArray<string> named) return [];
        foreach (var path in named)
            if (!CircleId.IsPath(path))
                values.Refuse(
                    at, $"'{path}' is not a circle's path", "Write paths such as town/homes, from the root down");
        return named;
    }

    private static int Basis(ScenarioValues values, string at, int id)
    {
        var basis = (int)values.Whole($"{at}.after", Row + "after");
        if (basis == id || basis > values.Count("agenda"))
            values.Refuse(
                $"{at}.after", basis == id ? "A matter cannot build on itself" : $"There is no matter {basis}",
                $"Write the number of another of the {values.Count("agenda")} matters, or 0 for none");
        return basis;
    }

    private static (Point Position, ImmutableArray<int> Dimensions) Position(
        ScenarioValues values, IssueSpace space, Point statusQuo, string at)
    {
        var given = values.Take<ImmutableSortedDictionary<string, double>>(
            $"{at}.position", Row + "position");
        if (given is { IsEmpty: true })
            values.Refuse(
                $"{at}.position", "It names no dimension",
                "Write 'dimension: value' for at least one");
        var position = statusQuo;
        var placed = new SortedSet<int>();
        foreach (var (name, units) in given ?? ImmutableSortedDictionary<string, double>.Empty)
        {
            if (SpaceBinder.IndexOf(
                values, space, name, $"{at}.position") is not { } index) continue;
            placed.Add(index);
            if (SpaceBinder.Coordinate(
                values, space.Dimensions[index], units, $"{at}.position.{name}") is { } coordinate)
                position = position.With(index, coordinate);
        }

        if (values.Find($"{at}.dimensions") is not ImmutableArray<string> named) return (
            position, [.. placed]);

        var about = new SortedSet<int>(named
            .Select(name => SpaceBinder.IndexOf(values, space, name, $"{at}.dimensions"))
            .OfType<int>());
        if (about.Count == named.Length && !about.SetEquals(placed))
            values.Refuse($"{at}.dimensions", "It names other dimensions than the position does",
                "Give each a value under position, or leave 'dimensions' out");
        return (position, [.. about]);
    }
}
