using System.Collections.Immutable;
using Federation.Society.Scenarios;

namespace Federation.Society.Cases;

/// <summary>Circles written out one by one, with some of them left out.</summary>
internal static class SmallerInline
{
    public static IEnumerable<Scenario> Of(Scenario scenario, FederationShape.Inline inline)
    {
        if (inline.Root.Children is [var only])
            yield return With(SmallerFederations.Moved(
                scenario, path => path.Length > 1 ? path.Skip(1) : [only.Segment]), only);
        foreach (var root in Pruned(inline.Root, inline.Root.Segment, scenario.Agenda))
            yield return With(scenario, root);
        foreach (var root in Emptied(inline.Root)) yield return With(scenario, root);
    }

    public static long Circles(InlineCircle circle) => 1 + circle.Children.Sum(Circles);

    public static long People(InlineCircle circle) => circle.Members + circle.Children.Sum(People);

    private static Scenario With(Scenario scenario, InlineCircle root) => scenario with
    {
        Federation = new FederationShape.Inline(Counted(root)),
        Domains = scenario.Domains.RemoveAll(domain => !Has(root, domain.Circle) || !Has(root, domain.Affects)),
    };

    private static bool Has(InlineCircle circle, string path) =>
        path.Length == 0 || path == circle.Segment || (path.StartsWith($"{circle.Segment}/", StringComparison.Ordinal)
            && circle.Children.Any(child => Has(child, path[(circle.Segment.Length + 1)..])));

    /// <summary>Without one circle and all below it, for each that no matter names and that has a sibling.</summary>
    private static IEnumerable<InlineCircle> Pruned(InlineCircle circle, string path, ImmutableArray<Matter> agenda)
    {
        for (var i = 0; i < circle.Children.Length; i++)
        {
            var below = $"{path}/{circle.Children[i].Segment}";
            if (circle.Children.Length > 1
                && !agenda.Any(matter => IsIn(matter.Circle, below) || IsIn(matter.Affects, below)
                    || matter.Touches.Any(touched => IsIn(touched, below))))
                yield return circle with { Children = circle.Children.RemoveAt(i) };
            foreach (var child in Pruned(circle.Children[i], below, agenda))
                yield return circle with { Children = circle.Children.SetItem(i, child) };
        }
    }

    /// <summary>With fewer people in one circle.</summary>
    private static IEnumerable<InlineCircle> Emptied(InlineCircle circle)
    {
        if (circle.Children.IsEmpty)
            foreach (var members in SmallerFederations.FewerThan(circle.Members))
                yield return circle with { Members = members };
        for (var i = 0; i < circle.Children.Length; i++)
            foreach (var child in Emptied(circle.Children[i]))
                yield return circle with { Children = circle.Children.SetItem(i, child) };
    }

    /// <summary>Every circle stands for the people in it and no others.</summary>
    private static InlineCircle Counted(InlineCircle circle)
    {
        ImmutableArray<InlineCircle> children = [.. circle.Children.Select(Counted)];
        return circle with
        {
            Children = children,
            Represented = children.IsEmpty ? circle.Members : children.Sum(child => child.Represented),
        };
    }

    private static bool IsIn(string path, string circle) =>
        path == circle || path.StartsWith($"{circle}/", StringComparison.Ordinal);
}
