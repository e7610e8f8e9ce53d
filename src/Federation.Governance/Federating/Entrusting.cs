using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Federating;

/// <summary>A changed domain goes down to the child it belongs to, and below where it takes something away.</summary>
/// <remarks>
/// Nobody owns what the circle above does not. What is given to a child stays with it until it
/// delegates it on. Agreements on dimensions a circle no longer owns go to the lowest circle above
/// that does: they hold on, but only their new owner may change them.
/// </remarks>
internal sealed class Entrusting : Part
{
    public static Entrusting Part { get; } = new();

    public override Turn Begin(Work work, Request request, Surroundings here)
    {
        var entrust = (Asking.Entrust)request.Asking;
        var day = request.Day.Mid;
        var (before, after) = (Owning.Of(work.Circle, here), entrust.Domain);
        var kind = before.Same(after) ? EntryKind.Entrusted
            : entrust.Restores ? EntryKind.DomainRestored
            : Kind(entrust.Operation, before, after);
        var circle = work.Circle with { Domain = after };
        work = work with { Circle = circle, Entries = work.Entries.Add(Note(kind, request, entrust)) };
        foreach (var own in circle.Agreements)
            if (own.Owner == here.Id && own.InForce(day) && own.Change is null
                && own.Dimensions.All(after.Dimensions.Contains) && !after.Allows(own.Dimensions, own.Text))
                work = work with
                {
                    Entries = work.Entries.Add(Deliberating.Note(
                        EntryKind.PolicyContradicted, request with { Decision = own.Decision }, own.Version,
                        request.Day, own.Text, after.Bounds.Project(own.Text))),
                };
        var asks = Below(work.Circle, request, entrust, here);
        return asks.IsEmpty ? Finish(work, request, [], Reach.None, here) : new Turn.Ask(work, asks);
    }

    public override Turn Continue(
        Work work, Request request, ImmutableArray<Answer?> answers, Surroundings here)
    {
        var entrust = (Asking.Entrust)request.Asking;
        var (circle, handed, reach) = Take(
            work.Circle, answers, child => Owning.Below(work.Circle, child, here).Inside(entrust.Domain));
        return Finish(work with { Circle = circle }, request, handed, reach, here);
    }

    /// <summary>Children's answers: their seals and domains into the links.</summary>
    internal static (Circle Circle, ImmutableArray<Agreement> Handed, Reach Reach) Take(
        Circle circle, ImmutableArray<Answer?> answers, Func<int, Domain> domain)
    {
        var handed = ImmutableArray<Agreement>.Empty;
        var reach = Reach.None;
        var links = SetEach(circle.Links, (child, link) =>
        {
            if (answers[child] is not { Reply: Reply.Entrusted entrusted } answer) return link;
            handed = handed.AddRange(entrusted.Handed);
            reach = reach.Plus(entrusted.Reach);
            return link with { Seal = answer.Seal, Domain = domain(child) };
        });
        return (circle with { Links = links }, handed, reach);
    }

    /// <summary>Agreements that come to this circle because those below no longer own what they are about.</summary>
    internal static (Circle Circle, ImmutableArray<Agreement> Further) Receive(
        Circle circle, ImmutableArray<Agreement> handed, Domain domain)
    {
        var further = handed.RemoveAll(agreement => agreement.Dimensions.All(domain.Dimensions.Contains));
        foreach (var agreement in handed.RemoveRange(further))
            circle = circle with
            {
                Agreements = Deliberating.Replace(circle.Agreements, agreement with { Owner = circle.Id }),
            };
        return (circle, further);
    }

    private static Turn.Done Finish(
        Work work, Request request, ImmutableArray<Agreement> handed, Reach reach, Surroundings here)
    {
        var entrust = (Asking.Entrust)request.Asking;
        (var circle, handed) = Receive(work.Circle, handed, entrust.Domain);
        var lost = circle.Agreements.Where(own => own.Owner == here.Id && own.Change is null
            && !own.Dimensions.All(entrust.Domain.Dimensions.Contains)).ToImmutableArray();
        foreach (var agreement in lost)
            circle = circle with
            {
                Agreements = Deliberating.Replace(
                    circle.Agreements, agreement with { Owner = here.Id.Parent ?? here.Id }),
            };
        reach = reach.Plus(new Reach
        {
            Asked = 1,
            Carried = 1,
            Contradicted = work.Entries.Count(entry => entry.Kind == EntryKind.PolicyContradicted),
            DepthMax = here.Depth,
        });
        return new Turn.Done(
            work with { Circle = circle }, request.Day, new Reply.Entrusted(
            handed.AddRange(lost.Where(agreement => here.HandsOver(agreement.Decision))), reach));
    }

    /// <summary>Circles below that own what this one has no longer.</summary>
    private static ImmutableArray<(int Child, Request Request)> Below(
        Circle circle, Request request, Asking.Entrust entrust, Surroundings here)
    {
        var asks = ImmutableArray.CreateBuilder<(int, Request)>();
        for (var child = 0; child < circle.Links.Length; child++)
        {
            var theirs = Owning.Below(circle, child, here);
            var left = theirs.Inside(entrust.Domain);
            if (!left.Same(theirs))
                asks.Add(To(child, request, request.Day, entrust with { Domain = left }, request.Version));
        }

        return asks.DrainToImmutable();
    }

    private static EntryKind Kind(Operation operation, Domain before, Domain after) => operation switch
    {
        Operation.Delegate when after.Dimensions.Length >= before.Dimensions.Length => EntryKind.DomainDelegated,
        Operation.Return => EntryKind.DomainReturned,
        Operation.Dissolve => EntryKind.DomainDissolved,
        _ => EntryKind.DomainNarrowed,
    };

    private static Entry Note(EntryKind kind, Request request, Asking.Entrust entrust) =>
        Deliberating.Note(kind, request, request.Version, request.Day, entrust.Text, entrust.Text);
}
