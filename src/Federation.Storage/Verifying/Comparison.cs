using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Society.Runs;
using Federation.Storage.Records;

namespace Federation.Storage.Verifying;

/// <summary>Finds the changed circle by holding every row against the scenario run again.</summary>
internal sealed class Comparison(Exported exported, string runKey, ReplayedRecord replayed, Faults faults)
{
    private readonly EntryWords _words = new(exported.World);

    /// <summary>The first circle that differs by itself and not only because one below it does;
    /// null when the rows are all as the run made them.</summary>
    public async Task<Break?> FirstAsync(IAsyncEnumerable<StoredRow> rows)
    {
        Break? sealsOnly = null;
        var made = replayed.All().GetEnumerator();
        var more = made.MoveNext();
        await foreach (var row in rows)
        {
            if (row.PathIn(runKey) is not { } path || row.State is null) continue;
            while (more && Compare(made.Current, path) < 0)
            {
                if (Missing(made.Current) is { } missing) return missing;
                more = made.MoveNext();
            }

            if (!more || Compare(made.Current, path) > 0) continue;
            if (Difference.Of(row, made.Current) is { } difference)
            {
                var found = Tell(made.Current, difference);
                if (difference.IsOwn) return found;
                sealsOnly = found;
            }

            more = made.MoveNext();
        }

        return more ? Missing(made.Current) : sealsOnly;
    }

    private static int Compare(RecordedCircle made, string path) =>
        string.CompareOrdinal(made.Circle.Id.Path, path);

    private Break Missing(RecordedCircle made)
    {
        var path = made.Circle.Id.Path;
        return new Break(path, -1, faults.Of(path)?.Why ?? "it is not in the store");
    }

    private Break Tell(RecordedCircle made, Difference difference)
    {
        var id = made.Circle.Id;
        var why = faults.Of(id.Path)?.Why
            ?? "what is stored of it is not what the run made, though seals were made to fit";
        if (difference.At < 0) return new Break(id.Path, -1, why);
        return new Break(id.Path, difference.At, $"{Entry(made, difference)}; {why}");
    }

    private string Entry(RecordedCircle made, Difference difference)
    {
        var (id, at, stored) = (made.Circle.Id, difference.At, difference.Stored);
        var should = at < made.Entries.Count ? made.Entries[at] : null;
        var found = at < stored.Count ? stored[at] : null;
        if (should is null) return $"entry {at} ({Say(id, found)}) is one too many";
        if (at >= stored.Count) return $"entry {at} is missing: {Say(id, should)}";
        if (found is null) return $"entry {at} cannot be read; it was: {Say(id, should)}";
        var other = Enumerable.Range(at + 1, Math.Max(0, made.Entries.Count - at - 1))
            .FirstOrDefault(i => found == made.Entries[i], -1);
        if (other >= 0 && other < stored.Count && stored[other] == should)
            return $"entries {at} and {other} have changed places: {Say(id, should)}; and {Say(id, found)}";
        if (other == at + 1 && stored.Count < made.Entries.Count)
            return $"entry {at} was dropped: {Say(id, should)}";
        if (Say(id, found) == Say(id, should))
            return $"entry {at} was changed by less than its words show: {Say(id, should)}";
        return $"entry {at} says: {Say(id, found)}; it was: {Say(id, should)}{Elsewhere(id, found)}";
    }

    /// <summary>Where a strange entry comes from, if another circle of the run wrote it.</summary>
    private string Elsewhere(CircleId id, Entry entry)
    {
        var from = replayed.All().FirstOrDefault(other =>
            other.Circle.Id != id && other.Entries.Contains(entry));
        return from is null ? "" : $"; it is an entry of {from.Circle.Id}";
    }

    private string Say(CircleId id, Entry? entry) => entry is null ? "unreadable" : $"\"{_words.Say(id, entry)}\"";
}
