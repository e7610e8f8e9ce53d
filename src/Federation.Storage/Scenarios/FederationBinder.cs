using System.Collections.Immutable;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>Which circles a scenario asks for.</summary>
internal static class FederationBinder
{
    public static FederationShape? Federation(
        ScenarioValues values, ImmutableArray<Matter> agenda, ImmutableArray<Allotment> domains)
    {
        if (values.NodeAt("federation.kind") is not null && values.Find(
            "federation.kind") is null) return null;
        var kind = values.Text("federation.kind");
        foreach (var key in ScenarioKeys.All)
            if (!key.Only.IsEmpty && !key.Only.Contains(kind) && values.NodeAt(
                key.Path) is not null)
                values.Refuse(key.Path, $"It means nothing with federation.kind '{kind}'",
                    $"Remove it, or set federation.kind to {string.Join(" or ", key.Only)}");
        foreach (var matter in agenda.Where(matter => matter.By.Length > 0 && kind != FederationKeys.Inline))
            values.Refuse(
                $"agenda.{matter.Id}.by", $"Nobody has a name with federation.kind '{kind}'",
                "Remove it, or write the circles out with federation.kind inline");
        return kind switch
        {
            FederationKeys.Planet => Planet(values, agenda, domains),
            FederationKeys.Tree => Tree(values),
            FederationKeys.Inline => InlineBinder.Inline(values, agenda, domains),
            _ => null,
        };
    }

    private static FederationShape.Planet Planet(
        ScenarioValues values, ImmutableArray<Matter> agenda, ImmutableArray<Allotment> domains)
    {
        var scale = values.Text("federation.scale");
        var circles = values.Whole("federation.circles");
        if (circles > 0 && scale != "neighbourhoods")
            values.Refuse(
                "federation.circles", $"The number of circles follows from scale '{scale}'",
                "Remove it, or set federation.scale to neighbourhoods");
        return new FederationShape.Planet(
            scale, circles, (int)values.Whole("federation.childrenMax"), (int)values.Whole(
                "federation.members"),
            Branch(agenda, domains));
    }

    /// <summary>Every circle the agenda or a domain names below the root, in their order.</summary>
    private static ImmutableArray<string> Branch(
        ImmutableArray<Matter> agenda, ImmutableArray<Allotment> domains) =>
        [.. agenda.SelectMany(matter => new[] { matter.Circle, matter.Affects, matter.Change?.Circle.Path ?? "" }
            .Concat(matter.Touches))
            .Concat(domains.SelectMany(domain => new[] { domain.Circle, domain.Affects }))
            .Where(path => path.Contains('/')).Distinct()];

    private static FederationShape.Tree Tree(ScenarioValues values)
    {
        var fanOuts = (ImmutableArray<int>?)(
            values.Find("federation.fanOuts") ?? Missing(values, "fanOuts")) ?? [];
        var levels = (ImmutableArray<string>?)(
            values.Find("federation.levels") ?? Missing(values, "levels")) ?? [];
        if (fanOuts.Length == values.Count("federation.fanOuts") && !fanOuts.IsEmpty
            && !levels.IsEmpty
            && levels.Length != fanOuts.Length + 1)
            values.Refuse(
                "federation.levels",
                $"There are {levels.Length} names for {fanOuts.Length + 1} levels",
                "Name the root's level and one more per fan-out");
        if (levels.Distinct().Count() != levels.Length)
            values.Refuse(
                "federation.levels", "Two levels have one name", "Give each level its own name");
        if (fanOuts.Length > FederationKeys.TreeDepthMax)
            values.Refuse(
                "federation.fanOuts", $"The tree has {fanOuts.Length} levels below its root",
                $"At most {FederationKeys.TreeDepthMax} are possible");
        else if (Circles(fanOuts) is > FederationKeys.CirclesMax and var circles)
            values.Refuse("federation.fanOuts", $"The tree would have {circles:N0} circles",
                $"At most {FederationKeys.CirclesMax:N0} are possible");
        return new FederationShape.Tree(fanOuts, levels, (int)values.Whole("federation.members"));
    }

    private static object? Missing(ScenarioValues values, string name)
    {
        if (values.NodeAt($"federation.{name}") is null)
            values.Refuse($"federation.{name}", "It is missing", $"Write '{name}: ' with a list");
        return null;
    }

    private static double Circles(ImmutableArray<int> fanOuts)
    {
        var (level, all) = (1.0, 1.0);
        foreach (var children in fanOuts) all += level *= children;
        return all;
    }
}
