using System.Collections.Immutable;

namespace Federation.Society.Places;

/// <summary>People whose own place is too small for a circle; the nearest circle stands for
/// them.</summary>
internal readonly record struct Guests(Direction At, long People);

/// <summary>A named place that keeps a circle, and for whom it stands.</summary>
/// <param name="Own">Inhabitants counted at this place or shared out to it.</param>
internal sealed record Settlement(Area Area, long Own, ImmutableArray<Guests> Guests)
{
    /// <summary>Places that stand for fewer inhabitants keep no circle of their own.</summary>
    /// <remarks>Chosen: with a million circles a neighbourhood stands for about 9,000 inhabitants,
    /// so a place of less than half of that, rounded up, is no neighbourhood.</remarks>
    public const long TinyBelow = 5_000;

    /// <summary>How many inhabitants its circle stands for.</summary>
    public long Represented { get; } = Own + Guests.Sum(guests => guests.People);

    /// <summary>Which of the places below keep circles, and for how many each of them
    /// stands.</summary>
    /// <remarks>
    /// This place's own people are shared out in proportion to the populations below, up or down,
    /// so that they sum exactly: a city's circle stands for the city and for the country around it
    /// that no listed city counts. Uninhabited places are skipped; people of tiny ones, and guests,
    /// go to the nearest place that stays, and so on down. Where all are tiny the largest stays.
    /// </remarks>
    public ImmutableArray<Settlement> SettleBelow(IReadOnlyList<Area> areas)
    {
        var shares = Apportionment.Of(Own, [.. areas.Select(area => area.Population)]);
        var largest = IndexOfLargest(shares);
        if (largest < 0) return [];

        var kept = shares[largest] < TinyBelow
            ? [areas[largest]]
            : areas.Where((_, i) => shares[i] >= TinyBelow).ToList();
        var guests = kept.ToDictionary(
            area => area.Code, _ => new List<Guests>(), StringComparer.Ordinal);
        foreach (var group in Guests) Host(group);
        for (var i = 0; i < shares.Length; i++)
            if (shares[i] > 0 && !guests.ContainsKey(areas[i].Code))
                Host(new Guests(areas[i].At, shares[i]));

        return
        [
            .. areas.Select((area, i) => (area, share: shares[i]))
                .Where(each => guests.ContainsKey(each.area.Code))
                .Select(each => new Settlement(each.area, each.share, [.. guests[each.area.Code]])),
        ];

        void Host(Guests group) => guests[Nearness.Nearest(group.At, kept).Code].Add(group);
    }

    private static int IndexOfLargest(long[] shares)
    {
        var largest = -1;
        for (var i = 0; i < shares.Length; i++)
            if (shares[i] > (largest < 0 ? 0 : shares[largest])) largest = i;
        return largest;
    }
}
