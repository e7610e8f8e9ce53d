using System.Collections.Immutable;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>Circles written out one by one.</summary>
internal static class InlineBinder
{
    private const string Row = "federation.root.";

    public static FederationShape.Inline? Inline(
        ScenarioValues values, ImmutableArray<Matter> agenda, ImmutableArray<Allotment> domains)
    {
        const string root = "federation.root";
        if (values.NodeAt(root) is null)
        {
            values.Refuse(
                root, "It is missing", "Write the root circle's segment, name and children");
            return null;
        }

        var paths = new SortedSet<string>(StringComparer.Ordinal);
        var circle = One(values, root, "", (int)values.Whole("federation.members"), paths);
        if (paths.Count > FederationKeys.InlineCirclesMax)
            values.Refuse(root, $"There are {paths.Count} circles",
                $"At most {FederationKeys.InlineCirclesMax} can be written out; use "
                    + $"federation.kind tree");
        foreach (var matter in agenda)
        {
            Check(matter.Circle, $"agenda.{matter.Id}.circle");
            if (values.NodeAt($"agenda.{matter.Id}.affects") is not null)
                Check(matter.Affects, $"agenda.{matter.Id}.affects");
            foreach (var touched in matter.Touches) Check(touched, $"agenda.{matter.Id}.touches");
            if (matter.Change is { } change) Check(change.Circle.Path, $"agenda.{matter.Id}.domain.circle");
            CheckName(matter);
        }

        for (var i = 0; i < domains.Length; i++)
        {
            Check(domains[i].Circle, $"domains.{i + 1}.circle");
            Check(domains[i].Affects, $"domains.{i + 1}.affects");
        }

        return new FederationShape.Inline(circle);

        void CheckName(Matter matter)
        {
            if (matter.By.Length == 0 || !paths.Contains(matter.Circle)) return;
            var people = Find(circle, matter.Circle).People;
            if (!people.Contains(matter.By))
                values.Refuse(
                    $"agenda.{matter.Id}.by", $"Nobody in '{matter.Circle}' is called '{matter.By}'",
                    Nearest.Suggest(matter.By, people, $"Name them under 'people' of that circle"));
        }

        void Check(string path, string at)
        {
            if (path.Length > 0 && !paths.Contains(path))
                values.Refuse(at, $"There is no circle '{path}'",
                    Nearest.Suggest(path, paths, $"Paths begin with '{circle.Segment}'"));
        }
    }

    private static InlineCircle Find(InlineCircle root, string path)
    {
        var found = root;
        foreach (var segment in path.Split('/').Skip(1))
            found = found.Children.First(child => child.Segment == segment);
        return found;
    }

    private static ImmutableArray<string> Names(ScenarioValues values, string at, int members)
    {
        if (values.Find($"{at}.people") is not ImmutableArray<string> names) return [];
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            values.Refuse($"{at}.people", $"'{twice.Key}' is there twice", "Give each a name of their own");
        if (names.Length > members)
            values.Refuse(
                $"{at}.people", $"{names.Length} people are named and {members} are members",
                "Name fewer, or raise 'members'");
        return names;
    }

    private static InlineCircle One(
        ScenarioValues values, string at, string parent, int membersOtherwise,
            SortedSet<string> paths)
    {
        var segment = values.Text($"{at}.segment", Row + "segment");
        var path = parent.Length == 0 ? segment : $"{parent}/{segment}";
        if (segment.Length > 0 && !paths.Add(path))
            values.Refuse(
                $"{at}.segment", $"Two circles have the path '{path}'",
                "Give siblings different segments");
        if (path.Count(letter => letter == '/') > FederationKeys.TreeDepthMax)
            values.Refuse(
                at, $"The circle lies more than {FederationKeys.TreeDepthMax} links below the root",
                "Use fewer levels");

        var count = values.Count($"{at}.children");
        var given = values.Find($"{at}.members");
        if (count > 0 && given is not null)
            values.Refuse(
                $"{at}.members", "People live in circles without children; this one has some",
                "Remove it; its members are the links from below");
        if (count > FederationKeys.FanOutMax)
            values.Refuse($"{at}.children", $"The circle has {count} children",
                $"At most {FederationKeys.FanOutMax} are possible");
        ImmutableArray<InlineCircle> children =
            [.. Enumerable.Range(1, count).Select(Child)];
        var members = count > 0 ? 0 : given is long own ? (int)own : membersOtherwise;
        var represented = values.Find($"{at}.represented") is long stated
            ? stated
            : count > 0 ? children.Sum(child => child.Represented) : members;
        var name = values.Text($"{at}.name", Row + "name");
        return new InlineCircle(
            segment, name.Length > 0 ? name : segment, values.Text($"{at}.level", Row + "level"),
            values.Text($"{at}.aim", Row + "aim"), members, represented, children)
        {
            People = Names(values, at, members),
        };

        InlineCircle Child(int position) =>
            One(values, $"{at}.children.{position}", path, membersOtherwise, paths);
    }
}
