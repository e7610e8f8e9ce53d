using Federation.Governance.Decisions.Gates;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions.Ladders;

/// <summary>A rung: a few members work the matter out between two meetings; their text returns once.</summary>
/// <remarks>
/// The most skilled meet for as many rounds as the circle talks and pool what they believe. What they
/// report moves everybody's belief by their openness, as an argument does; then they put forward the
/// common ground nearest to the text or, if there still is none, the text that asks least of whoever it
/// asks most of. Source: Sociocracy For All on helping circles; the arithmetic is assumed.
/// </remarks>
internal static class HelpingCircle
{
    public static bool? Try(Table table)
    {
        var helpers = Tuners.Choose(table.Skill, table.Practice.Impasse.Helpers);
        table.Notes.Meet(helpers.Length);
        for (var round = 0; round < Math.Max(1, table.Practice.TalkRounds); round++) table.Notes.Speak(helpers.Length);
        Report(table, Pooled(table, helpers));
        table.Notes.Adjourn();
        table.Notes.Meet(table.Present);
        table.Notes.Round();
        table.TakeStands();
        var before = table.Text;
        table.MoveTo(EntryKind.Helped, Speaker.Circle, Answer(table));
        if (ConsentRound.Hold(table).Length == 0) return true;
        table.MoveTo(EntryKind.HelpReturned, Speaker.Circle, before);
        return false;
    }

    private static Point Pooled(Table table, int[] helpers)
    {
        var pooled = table.Beliefs[helpers[0]] * 0;
        var weight = 0.0;
        foreach (var helper in helpers)
        {
            pooled += table.Beliefs[helper] * table.Skill[helper];
            weight += table.Skill[helper];
        }

        return pooled * (1 / weight);
    }

    private static void Report(Table table, Point pooled)
    {
        for (var i = 0; i < table.Present; i++)
            table.Beliefs[i] = Fixed.Round(
                table.Beliefs[i] + ((pooled - table.Beliefs[i]) * table.Openness[i]));
    }

    private static Point Answer(Table table)
    {
        var nearest = table.Nearest();
        if (nearest.End is SearchEnd.Found) return Fixed.Round(nearest.Point);
        CommonGround.Deficit(table.Ranges(limited: true), out var fairest);
        return table.Within(fairest);
    }
}
