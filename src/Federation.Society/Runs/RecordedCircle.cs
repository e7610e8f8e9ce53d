using Federation.Governance.Circles;
using Federation.Governance.Logbooks;

namespace Federation.Society.Runs;

/// <summary>A circle as a run left it, with all of its logbook.</summary>
/// <param name="Entries">Oldest first, the full pages' entries included.</param>
public sealed record RecordedCircle(Circle Circle, IReadOnlyList<Entry> Entries);
