using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions.Gates;

/// <summary>One member's objection to the text on the table, as a gate sees it.</summary>
/// <param name="Range">The member's range, which the text is outside of.</param>
/// <param name="Adapted">The range under the shortest term of the practice.</param>
/// <param name="Believed">The range as it would lie around what the member believes the circle needs.</param>
/// <param name="Lot">A uniform number of the member and the matter.</param>
internal readonly record struct Objection(
    Voice Voice, Point Text, Point StatusQuo, Acceptance Range, Acceptance Adapted, Acceptance Believed,
    Acceptance Own, double Lot)
{
    public static Objection Of(Table table, int member)
    {
        var voice = table.Meeting.Present[member];
        var range = table.Range(member);
        var widest = table.Practice.Widening(Math.Min(table.TermShare, table.Practice.Terms[^1]));
        var longer = widest / table.Practice.Widening(table.TermShare);
        var own = voice.Mandate is { } mandate ? table.Meeting.Facets.Of(mandate) : Point(Ground.Preference);
        return new Objection(
            voice, table.Text, table.StatusQuo, range, range with { Radius = range.Radius * longer },
            range with { Centre = Point(Ground.Belief) }, range with { Centre = own },
            table.Meeting.Lots.IsEmpty ? 1 : table.Meeting.Lots[member]);

        Point Point(Ground ground) => table.RangeOn(ground, member).Centre;
    }

    /// <summary>Whether what the member believes of the circle's need, and not only what they would like, speaks
    /// against the text.</summary>
    public bool IsBelieved => !Believed.Contains(Text);
}
