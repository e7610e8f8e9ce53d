using Federation.Governance.Federating;
using Federation.Governance.Logbooks;

namespace Federation.Testing.Simulating.Checking;

/// <summary>Where a circle decided by consent, nobody objected in the round that consented.</summary>
internal sealed class NoObjectionLeft : Checker
{
    public override void Stored(Errand.Store store)
    {
        var entries = store.Pages.SelectMany(page => page.Entries).Concat(store.Circle.Logbook.Open).ToList();
        foreach (var decided in entries.Where(entry => entry.Kind is EntryKind.Decided))
        {
            var left = entries.FirstOrDefault(entry =>
                entry.Kind is EntryKind.ObjectionRaised && entry.Cycle == decided.Cycle
                && entry.Decision == decided.Decision && entry.Version == decided.Version
                && entry.Round == decided.Round && !entries.Any(answer => Answers(answer, entry)));
            if (left is not null)
                throw new BrokenPromiseException($"{store.Circle.Id} decided {decided.Decision} over an objection");
        }
    }

    /// <summary>The group found that it does not count, or noted it as a concern.</summary>
    private static bool Answers(Entry answer, Entry objection) =>
        answer.Kind is EntryKind.NotArgued or EntryKind.NotParamount or EntryKind.NotQualified
            or EntryKind.ConcernRecorded or EntryKind.NoHarm or EntryKind.NotOwnRole or EntryKind.NotNew
            or EntryKind.CanAdapt or EntryKind.ObjectionRuledInvalid
        && answer.Cycle == objection.Cycle && answer.Decision == objection.Decision
        && answer.Speaker == objection.Speaker;
}
