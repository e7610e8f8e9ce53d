using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Meeting = Federation.Governance.Decisions.Meeting;

namespace Federation.Governance.Federating;

/// <summary>A circle in which nobody has a seat, since everybody declined or left.</summary>
internal static class EmptyCircle
{
    /// <summary>Nobody is there to consent, so nothing is decided.</summary>
    public static Minutes Hold(Meeting meeting) => new(
        false, meeting.Text, meeting.TermShare, Rung.None, 0, 0, 0, [Noted(meeting)], [], [], null)
    {
        Dimensions = meeting.Facets.Dimensions,
        Tabled = meeting.Text,
    };

    private static Entry Noted(Meeting meeting) => new(
        EntryKind.NoQuorum, 0, 0, 0, 0, 0, Speaker.Circle, Argument.None, meeting.Text, meeting.Text);
}
