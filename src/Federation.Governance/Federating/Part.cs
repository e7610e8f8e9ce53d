using System.Collections.Immutable;
using System.Diagnostics;
using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Governance.Rules;

namespace Federation.Governance.Federating;

/// <summary>What a circle has in hand while it serves a request: its state to be, and what to record.</summary>
/// <param name="Effort">What the request took here and below so far.</param>
public sealed record Work(Circle Circle, ImmutableArray<Entry> Entries, Effort Effort)
{
    /// <summary>The matters before its meeting, while some of them are asked about below.</summary>
    internal Intake? Intake { get; init; }

    /// <summary>What was asked below last, where another rule than consent decides, and in how many rounds.</summary>
    internal Question? Asked { get; init; }
    internal int Rounds { get; init; }
}

/// <summary>Whether a circle asks its children or is done.</summary>
internal abstract record Turn
{
    private Turn() { }

    /// <param name="Requests">At least one.</param>
    public sealed record Ask(Work Work, ImmutableArray<(int Child, Request Request)> Requests) : Turn;

    public sealed record Done(Work Work, Days Day, Reply Reply) : Turn;
}

/// <summary>How one kind of request is served: before the children are asked, and after each time
/// all asked children have answered.</summary>
internal abstract class Part
{
    public abstract Turn Begin(Work work, Request request, Surroundings here);

    /// <param name="answers">Per child the newest answer in this activity; null where never asked.</param>
    public abstract Turn Continue(
        Work work, Request request, ImmutableArray<Answer?> answers, Surroundings here);

    public static Part For(Kind kind) => kind switch
    {
        Kind.Found => Founding.Part,
        Kind.Lead => Leading.Part,
        Kind.Convene => Convening.Part,
        Kind.Spread => Spreading.Part,
        Kind.Consider => Considering.Part,
        Kind.Reseal => Resealing.Part,
        Kind.Consult => Consulting.Part,
        Kind.Route => Routing.Part,
        Kind.Entrust => Entrusting.Part,
        Kind.Measure => Measuring.Part,
        Kind.Heed => Heeding.Part,
        Kind.Hear => Hearing.Part,
        Kind.Rule or Kind.Poll => Polling.Part,
        _ => throw new UnreachableException(kind.ToString()),
    };

    /// <summary>A request to a child under the same key as the one in hand.</summary>
    protected static (int Child, Request Request) To(
        int child, Request request, Days day, Asking asking, int version) =>
        (child, request with
        {
            Version = version,
            Day = day,
            Asking = asking,
        });

    protected static ImmutableArray<T> SetEach<T>(ImmutableArray<T> items, Func<int, T, T> change)
    {
        var changed = items.ToBuilder();
        for (var i = 0; i < changed.Count; i++) changed[i] = change(i, changed[i]);
        return changed.MoveToImmutable();
    }

    protected static Days LatestOf(Days day, ImmutableArray<Answer?> answers)
    {
        foreach (var answer in answers)
            if (answer is not null) day = day.Later(answer.Day);
        return day;
    }
}
