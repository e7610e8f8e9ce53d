using Federation.Governance.Circles;
using Federation.Governance.Logbooks;

namespace Federation.Testing.Simulating.Checking;

/// <summary>Stored circles with their whole logbooks, sealed pages before the open one.</summary>
internal sealed class Books : Dictionary<CircleId, (Circle Circle, List<Entry> Entries)>
{
    /// <exception cref="BrokenPromiseException">A page that a circle counts is not there.</exception>
    public Books(Store store)
    {
        foreach (var (id, stored) in store.Circles)
        {
            var circle = Circle.Decode(stored.Bytes);
            var entries = new List<Entry>();
            for (var number = 0; number < circle.Logbook.Pages; number++)
                entries.AddRange(store.Pages.TryGetValue((id, number), out var page)
                    ? LogbookPage.Decode(page).Entries
                    : throw new BrokenPromiseException($"{id}: page {number} of its logbook is missing"));
            Add(id, (circle, [.. entries, .. circle.Logbook.Open]));
        }
    }
}
