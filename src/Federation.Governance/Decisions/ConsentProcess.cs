using Federation.Governance.Decisions.Gates;
using Federation.Governance.Decisions.Integrating;
using Federation.Governance.Decisions.Ladders;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Decisions;

/// <summary>A meeting on one matter: forming the picture, shaping, talk, consent rounds, integration.</summary>
/// <remarks>
/// Source of the steps: Sociocracy For All's consent decision-making and the three ways to integrate
/// an objection (amend, shorten the term, measure the concern). Feasibility is decided before
/// integration, so nothing iterates on an empty common ground. Solver sweeps are never rounds.
/// </remarks>
public static class ConsentProcess
{
    public static Minutes Hold(Meeting meeting, Practice practice)
    {
        var table = new Table(meeting, practice);
        if (!meeting.Reads.IsEmpty && LazyConsent.Holds(table)) return table.Close(consented: true);
        if (meeting.Awaited > 0) table.Await(meeting.Awaited);
        table.Notes.Meet(meeting.Present.Length);
        if (!meeting.IsQuorate)
        {
            table.Note(EntryKind.NoQuorum, Speaker.Circle, Argument.None, table.Text, table.Text);
            return table.Close(consented: false);
        }

        FormPicture(table);
        return SeekConsent(table);
    }

    internal static void FormPicture(Table table)
    {
        if (table.Practice.TalkRounds > 0) table.TalkOnce();
        table.Shape();
        for (var round = 1; round < table.Practice.TalkRounds; round++) table.TalkOnce();
        table.TakeStands();
    }

    private static Minutes SeekConsent(Table table)
    {
        var integrated = 0;
        while (true)
        {
            if (ConsentRound.Hold(table) is not { Length: > 0 } objectors) return table.Close(consented: true);
            if (!Integrate.Any(table, objectors, integrated)) return table.Close(Ladder.Take(table));
            integrated++;
        }
    }
}
