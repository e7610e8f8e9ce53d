using System.Collections.Immutable;

namespace Federation.Governance.Federating;

/// <summary>Cycles were held below without this circle: it takes up the seals they left.</summary>
internal sealed class Resealing : Part
{
    public static Resealing Part { get; } = new();

    public override Turn Begin(Work work, Request request, Surroundings here)
    {
        var scopes = ((Asking.Reseal)request.Asking).Scopes;
        var asked = Enumerable.Range(0, here.Children.Length)
            .Select(child => (Child: child, Within: scopes
                .Where(scope => scope.IsWithin(here.Children[child])).ToImmutableArray()))
            .Where(one => !one.Within.IsEmpty)
            .Select(one => To(one.Child, request, request.Day, new Asking.Reseal(one.Within), 0))
            .ToImmutableArray();
        return asked.IsEmpty ? Finish(work, request) : new Turn.Ask(work, asked);
    }

    public override Turn Continue(
        Work work, Request request, ImmutableArray<Answer?> answers, Surroundings here)
    {
        var links = SetEach(work.Circle.Links, (child, link) =>
            answers[child] is { } answer ? link with { Seal = answer.Seal } : link);
        return Finish(work with { Circle = work.Circle with { Links = links } }, request);
    }

    private static Turn.Done Finish(Work work, Request request) =>
        new(work, request.Day, new Reply.Resealed());
}
