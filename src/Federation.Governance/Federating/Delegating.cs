using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Federating;

/// <summary>The parent's side of an agreement about a child's domain, once it is consented to.</summary>
internal static class Delegating
{
    /// <summary>The children whose domain changes, or who had a claim to what was changed, are told.</summary>
    public static ImmutableArray<(int Child, Request Request)> Asks(
        Work work, Request request, Agreement agreement, Surroundings here) =>
    [
        .. Owning.Concerned(work.Circle, agreement.Change!, here).Select(child => (child, request with
        {
            Version = agreement.Version,
            Asking = new Asking.Entrust(
                Owning.After(work.Circle, agreement.Change!, child, here), agreement.Change!.Operation,
                agreement.Text),
        })),
    ];

    public static Turn Done(
        Work work, Request request, Agreement agreement, ImmutableArray<Answer?> answers, Days day,
        Surroundings here)
    {
        var before = work.Circle;
        var (circle, handed, reach) = Entrusting.Take(
            before, answers, child => Owning.After(before, agreement.Change!, child, here));
        // What nobody below owns any more is the parent's, whose it was before it was delegated.
        (circle, _) = Entrusting.Receive(circle, handed, Owning.Of(circle, here) with
        {
            Dimensions = [.. Enumerable.Range(0, here.Dimensions)],
        });
        var entries = work.Entries.AddRange(handed.Select(agreed => Deliberating.Note(
            EntryKind.Entrusted, request with { Decision = agreed.Decision }, agreed.Version, day, agreed.Text,
            agreed.Text)));
        return new Turn.Done(
            new Work(circle, entries, Effort.None), day,
            new Reply.SpreadOut(
                agreement.Version, agreement.Text, agreement.FromDay, agreement.UntilDay, agreement.ReviewDay,
                work.Effort, reach));
    }
}
