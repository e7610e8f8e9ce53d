using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Society.People;
using Federation.Society.Runs;

namespace Federation.Cli.Engine;

/// <summary>Every circle's entries as one story, in the order things happened.</summary>
/// <remarks>By cycle and day; on one day matters first rise, the deepest circles first, then the
/// owner's text falls, the broadest circles first, then the owner hears reviews, and so on.</remarks>
internal static class Chronicle
{
    /// <param name="Stage">0 on the way up; then, per version of the text, one for the owner and
    /// one for the circles below.</param>
    private readonly record struct Line(int Stage, CircleId Circle, int Depth, int Index, Entry Entry);

    public static IEnumerable<MinuteLine> Lines(IEnumerable<RecordedCircle> circles, World world)
    {
        var telling = new Telling(world);
        return circles.SelectMany(Staged)
            .OrderBy(line => line.Entry.Cycle).ThenBy(line => line.Entry.Day).ThenBy(line => line.Stage)
            .ThenBy(line => line.Stage == 0 ? -line.Depth : line.Depth)
            .ThenBy(line => line.Circle).ThenBy(line => line.Index)
            .Select(line => telling.Tell(line.Circle, line.Entry));
    }

    private static IEnumerable<Line> Staged(RecordedCircle recorded)
    {
        var id = recorded.Circle.Id;
        var depth = id.Path.Count(letter => letter == '/');
        var owned = recorded.Entries
            .Where(entry => entry.Kind is EntryKind.Decided or EntryKind.Enacted or EntryKind.Parked)
            .Select(entry => (entry.Cycle, entry.Decision)).ToHashSet();
        var passedOn = new Dictionary<(int, int), int>();
        for (var i = 0; i < recorded.Entries.Count; i++)
            if (recorded.Entries[i] is { Kind: EntryKind.Forwarded or EntryKind.Referred } entry)
                passedOn[(entry.Cycle, entry.Decision)] = i;
        for (var i = 0; i < recorded.Entries.Count; i++)
        {
            var entry = recorded.Entries[i];
            var matter = (entry.Cycle, entry.Decision);
            var stage = entry.Decision == 0 ? Founding(recorded.Entries, i)
                : i <= passedOn.GetValueOrDefault(matter, -1) ? 0
                : (2 * Math.Max(0, entry.Version - 1)) + (owned.Contains(matter) ? 0 : 1);
            yield return new Line(stage, id, depth, i, entry);
        }
    }

    /// <summary>Circles are founded and elect on the way up; what follows is done on the way down.</summary>
    private static int Founding(IReadOnlyList<Entry> entries, int index) =>
        entries[index].Kind == EntryKind.Founded
        || (entries[index].Kind == EntryKind.DelegateElected && index > 0
            && entries[index - 1].Kind == EntryKind.Founded) ? 0 : 1;
}
