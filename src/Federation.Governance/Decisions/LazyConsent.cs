using Federation.Governance.Decisions.Gates;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Decisions;

/// <summary>A text is posted with a deadline; who has not objected by then has consented.</summary>
/// <remarks>Who does not read it cannot object, and silence does not say which it was: the weakness practitioners
/// name. One objection that counts brings the matter before a meeting.</remarks>
internal static class LazyConsent
{
    public static bool Holds(Table table)
    {
        var reads = table.Meeting.Reads;
        var readers = reads.Count(read => read);
        table.TakeStands();
        table.Notes.Meet(readers);
        if (ConsentRound.Ask(table, member => reads[member]).Length > 0) return false;
        table.Note(
            EntryKind.SilentConsent, Speaker.Circle, Argument.None, table.Text, table.Text,
            round: reads.Length - readers);
        return table.Silent = true;
    }
}
