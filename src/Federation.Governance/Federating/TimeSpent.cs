using System.Collections.Immutable;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Federating;

/// <summary>Meeting time a matter took after it was settled: residents looked at their own way again.</summary>
/// <remarks>The four counts person-hours are made of; on its way up to the register, which adds them.</remarks>
public sealed record TimeSpent(int Decision, long Meetings, long Attending, long Speaking, long Hearing)
{
    public Effort Effort => Effort.None with
    {
        Meetings = Meetings, Attending = Attending, Speaking = Speaking, Hearing = Hearing,
    };

    internal static TimeSpent Of(int decision, Effort effort) =>
        new(decision, effort.Meetings, effort.Attending, effort.Speaking, effort.Hearing);

    /// <summary>One for each decision, ascending.</summary>
    internal static ImmutableArray<TimeSpent> Merge(ImmutableArray<TimeSpent> all) => all.Length < 2 ? all :
    [
        .. all.GroupBy(one => one.Decision).OrderBy(one => one.Key).Select(one => new TimeSpent(
            one.Key, one.Sum(spent => spent.Meetings), one.Sum(spent => spent.Attending),
            one.Sum(spent => spent.Speaking), one.Sum(spent => spent.Hearing))),
    ];

    /// <summary>What settlements took, with what came on top since.</summary>
    internal static ImmutableArray<Settlement> Onto(
        ImmutableArray<Settlement> settled, ImmutableArray<TimeSpent> spent) => spent.IsEmpty ? settled :
    [
        .. settled.Select(one => spent.FirstOrDefault(time => time.Decision == one.Taken.Proposal.Id) is { } time
            ? one with { Spent = one.Spent.Plus(time.Effort) } : one),
    ];

    public void Write(CanonicalWriter writer)
    {
        writer.Int(Decision);
        writer.Long(Meetings);
        writer.Long(Attending);
        writer.Long(Speaking);
        writer.Long(Hearing);
    }

    public static TimeSpent Read(ref CanonicalReader reader) =>
        new(reader.Int(), reader.Long(), reader.Long(), reader.Long(), reader.Long());
}
