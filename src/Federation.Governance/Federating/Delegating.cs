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
        // A renewed change returns to what was before the first.
        if (agreement.Before.IsEmpty)
            before = before with
            {
                Agreements = Deliberating.Replace(before.Agreements, agreement with
                {
                    Before = [.. Owning.Concerned(before, agreement.Change!, here)
                        .Select(child => Owning.Below(before, child, here))],
                }),
            };
        var (circle, handed, reach) = Entrusting.Take(
            before, answers, child => Owning.After(before, agreement.Change!, child, here));
        var reply = new Reply.SpreadOut(
            agreement.Version, agreement.Text, agreement.FromDay, agreement.UntilDay, agreement.ReviewDay,
            work.Effort, reach);
        work = TakeBack(new Work(circle, work.Entries, Effort.None), request, handed, day, here);
        return new Turn.Done(work, day, reply);
    }

    /// <summary>What nobody below owns any more is the parent's, whose it was before it was delegated.</summary>
    public static Work TakeBack(
        Work work, Request request, ImmutableArray<Agreement> handed, Days day, Surroundings here)
    {
        var (circle, _) = Entrusting.Receive(work.Circle, handed, Owning.Of(work.Circle, here) with
        {
            Dimensions = [.. Enumerable.Range(0, here.Dimensions)],
        });
        return work with
        {
            Circle = circle,
            Entries = work.Entries.AddRange(handed.Select(agreed => Deliberating.Note(
                EntryKind.Entrusted, request with { Decision = agreed.Decision }, agreed.Version, day,
                agreed.Text, agreed.Text))),
        };
    }
}
