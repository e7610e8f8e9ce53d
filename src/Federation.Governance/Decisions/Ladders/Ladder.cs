using System.Diagnostics;
using Federation.Governance.Decisions.Gates;
using Federation.Governance.Decisions.Integrating;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Decisions.Ladders;

/// <summary>What a circle does, in its own order, when no form integrates what was said.</summary>
/// <remarks>Every rung that changes the text ends in a consent round of its own, and is priced.</remarks>
internal static class Ladder
{
    /// <summary>Whether a rung led to consent; if not, the table's rung says what is to be done.</summary>
    public static bool Take(Table table)
    {
        foreach (var rung in table.Practice.Ladder)
        {
            if (rung == Rung.Refer && !table.Meeting.MayRefer) continue;
            if (rung is Rung.Refer or Rung.Park) return Leave(table, rung);
            if (table.IsBlocked) continue;
            table.Notes.Climb();
            if (Try(table, rung) is not { } held) continue;
            table.Notes.Climbed(rung, held);
            if (!held) continue;
            table.Rung = rung;
            return true;
        }

        return Leave(table, Rung.Park);
    }

    private static bool Leave(Table table, Rung rung)
    {
        table.Rung = rung;
        return false;
    }

    /// <summary>Null where there was nothing to try.</summary>
    private static bool? Try(Table table, Rung rung) => rung switch
    {
        Rung.ShorterTerm => Integrate.Shorten(table) ? ConsentRound.Hold(table).Length == 0 : null,
        Rung.SmallerStep => SmallerStep.Try(table),
        Rung.Split => Split(table),
        Rung.Divide => Division.Try(table),
        Rung.Help => HelpingCircle.Try(table),
        _ => throw new UnreachableException(rung.ToString()),
    };

    /// <summary>Only the agreed dimensions are consented to: the status quo holds on the others.</summary>
    private static bool? Split(Table table)
    {
        if (table.Meeting.Limit is not null || SplitDomain.Find(
            table.Text, table.Meeting.Facets, table.Ranges(limited: false), table.Meeting.Bounds)
                is not var (part, agreed)) return null;
        table.Agreed = agreed;
        table.MoveTo(EntryKind.Split, Speaker.Circle, part);
        table.Notes.ConsentRound();
        return true;
    }
}
