using System.Collections.Immutable;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Federating;

/// <summary>What one rung of the ladder took, over circles.</summary>
/// <param name="Tried">Meetings that tried it.</param>
/// <param name="Held">Of these, those it ended the search of.</param>
/// <param name="Attending">Attendances it took.</param>
/// <param name="Speaking">Sum of n^2 over the rounds it took.</param>
/// <param name="Days">Simulated days it took, added up.</param>
public readonly record struct RungPrice(
    Rung Rung, long Tried, long Held, long Attending, long Speaking, long Days)
{
    public static RungPrice Of(Climb climb, int days) =>
        new(climb.Rung, 1, climb.Held ? 1 : 0, climb.Attending, climb.Speaking, days);

    /// <summary>Both, ascending by rung, each rung once.</summary>
    public static ImmutableArray<RungPrice> Merge(
        ImmutableArray<RungPrice> left, ImmutableArray<RungPrice> right)
    {
        if (left.IsEmpty) return right;
        if (right.IsEmpty) return left;
        var merged = left.ToBuilder();
        foreach (var price in right) Add(merged, price);
        return merged.DrainToImmutable();
    }

    public static void Add(ImmutableArray<RungPrice>.Builder prices, RungPrice price)
    {
        var at = 0;
        while (at < prices.Count && prices[at].Rung < price.Rung) at++;
        if (at == prices.Count || prices[at].Rung != price.Rung) prices.Insert(at, price);
        else prices[at] = prices[at].Plus(price);
    }

    private RungPrice Plus(RungPrice other) => new(
        Rung, Tried + other.Tried, Held + other.Held, Attending + other.Attending, Speaking + other.Speaking,
        Days + other.Days);

    public void Write(CanonicalWriter writer)
    {
        writer.Byte((byte)Rung);
        writer.Long(Tried);
        writer.Long(Held);
        writer.Long(Attending);
        writer.Long(Speaking);
        writer.Long(Days);
    }

    public static RungPrice Read(ref CanonicalReader reader) =>
        new(reader.Choice(Rung.Dissolve), reader.Long(), reader.Long(), reader.Long(), reader.Long(), reader.Long());
}
