using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Society.People;
using Federation.Society.Runs;

namespace Federation.Storage.Verifying;

/// <summary>An entry as people read it, even one that no circle can have written.</summary>
public sealed class EntryWords(World world)
{
    private readonly Telling _telling = new(world);

    public string Say(CircleId circle, Entry entry)
    {
        if (!IsTellable(circle, entry)) return $"{entry.Kind} of day {entry.Day}, which cannot be read on";
        var line = _telling.Tell(circle, entry);
        var moved = (line.From, line.To) switch
        {
            ({ Length: > 0 }, { Length: > 0 }) when line.From != line.To => $"from {line.From} to {line.To}",
            (_, { Length: > 0 }) => line.To,
            _ => "",
        };
        string[] words = [$"{line.Kind} on day {line.Day}", line.Member, line.Argument, moved];
        return string.Join("; ", words.Where(word => word.Length > 0));
    }

    private bool IsTellable(CircleId circle, Entry entry) =>
        world.Plan.TryFind(entry.About ?? circle) is { } speaks && entry.Speaker.Via < speaks.Children.Length
        && IsWhole(entry.From) && IsWhole(entry.To);

    private bool IsWhole(Governance.Spaces.Point? point) =>
        point is not { } given || given.Dimensions == world.Scenario.Space.Count;
}
