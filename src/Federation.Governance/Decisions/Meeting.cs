using System.Collections.Immutable;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>One matter before one circle.</summary>
/// <param name="Present">Who is heard, in ascending order of person.</param>
/// <param name="Facets">The dimensions it is about.</param>
/// <param name="Text">The text presented, in the whole issue space.</param>
/// <param name="Bounds">What the circle's domain leaves open, in the matter's dimensions.</param>
/// <param name="Limit">Within what a circle below carries an agreement out; null for the owner.</param>
/// <param name="TermShare">The share of it already agreed above, which widens every range; 1 for the
/// whole term.</param>
/// <param name="Shapes">Whether tuners may write the text; false where it was shaped before.</param>
public sealed record Meeting(
    ImmutableArray<Voice> Present, Facets Facets, Point Text, Bounds Bounds, Acceptance? Limit,
    double TermShare, bool Shapes)
{
    /// <summary>Whether the text is only to be consented to or objected to, changed by nobody here.</summary>
    public bool AsItStands { get; init; }

    /// <summary>Whether nobody may judge an objection away: a child's domain is at stake.</summary>
    public bool EveryObjectionCounts { get; init; }

    /// <summary>Whether the facilitator declares every objection invalid.</summary>
    public bool RulesInvalid { get; init; }

    /// <summary>Whether it only drafts a text that another rule than consent decides on afterwards.</summary>
    public bool Drafts { get; init; }

    /// <summary>Whether the circle may leave what holds: the matter is its own, or it is invited to the text.</summary>
    public bool MayDecline { get; init; }

    /// <summary>Whether it is held at once, instead of on the circle's next own day.</summary>
    public bool AtOnce { get; init; }
    /// <summary>A member's lot in a round of pair talk; only where a circle talks in pairs.</summary>
    public Func<PersonId, int, ulong>? Pairing { get; init; }

    /// <summary>Null but in a meeting that a manipulator imagines.</summary>
    internal Claim? Claim { get; init; }

    /// <summary>Whether there is a broader circle that could take the matter.</summary>
    public bool MayRefer { get; init; }

    /// <summary>Whether enough members are heard to decide at all; nobody is never enough.</summary>
    public bool IsQuorate
    {
        get => field && !Present.IsEmpty;
        init;
    } = true;

    /// <summary>How many of <see cref="Present"/> were missing first, so that the others met once for nothing; 0 if
    /// none or if the circle does not wait.</summary>
    public int Awaited { get; init; }

    /// <summary>Who reads a posted text, as <see cref="Present"/>; empty where nothing is posted.</summary>
    public ImmutableArray<bool> Reads { get; init; } = [];

    /// <summary>A uniform number per member that decides how the group takes their argument, as
    /// <see cref="Present"/>; empty where no gate asks.</summary>
    public ImmutableArray<double> Lots { get; init; } = [];

    /// <summary>Those present by lot, so that neighbours in this order talk with each other.</summary>
    internal int[] Order(int round)
    {
        var (order, lots) = (new int[Present.Length], new ulong[Present.Length]);
        for (var i = 0; i < order.Length; i++)
            (order[i], lots[i]) = (i, Pairing?.Invoke(Present[i].Person, round) ?? 0);
        Array.Sort(order, (a, b) => lots[a] != lots[b] ? lots[a].CompareTo(lots[b]) : a.CompareTo(b));
        return order;
    }
}
