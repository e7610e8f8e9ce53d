using Federation.Governance.Elections;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Society.Runs;

/// <summary>What logbooks say of links and elections, in people's words.</summary>
public static class LinkWords
{
    public static string? Kind(EntryKind kind) => kind switch
    {
        EntryKind.FacilitatorElected or EntryKind.SecretaryElected => "elected",
        EntryKind.Nominated => "nominated",
        EntryKind.Refused => "declined the role",
        EntryKind.TieSettled => "tie settled",
        EntryKind.IncumbentExtended => "extended",
        EntryKind.LinkIncomplete => "link incomplete",
        EntryKind.DelegateRecalled => "recalled",
        EntryKind.MemberRemoved => "removed",
        EntryKind.MemberKept => "stays a member",
        EntryKind.NotCarriedUp => "not carried up",
        EntryKind.NotCarriedDown => "not carried down",
        EntryKind.MandateEmpty => "no mandate",
        EntryKind.RepresentativeSent => "sent",
        EntryKind.MeetingCalled => "called",
        _ => null,
    };

    public static string Role(Role role) => role switch
    {
        Governance.Members.Role.Delegate => "delegate",
        Governance.Members.Role.Leader => "leader",
        Governance.Members.Role.Facilitator => "facilitator",
        Governance.Members.Role.Secretary => "secretary",
        Governance.Members.Role.Representative => "representative",
        _ => "member",
    };

    /// <summary>The reason an entry gives that is no figure of a text; null where it gives none.</summary>
    public static string? Argument(Entry entry) => entry.Kind switch
    {
        EntryKind.Nominated => $"named by {entry.Round}",
        EntryKind.TieSettled => (TieBreak)entry.Round switch
        {
            TieBreak.SelfNominator => "the only one who named themselves",
            TieBreak.Incumbent => "holds the role now",
            TieBreak.EarlierRound => "ahead in an earlier round of the count",
            TieBreak.HeadToHead => "ahead of the other head to head",
            _ => "by lot",
        },
        EntryKind.IncumbentExtended => "nobody was consented to; until the next meeting",
        EntryKind.LinkIncomplete => $"{entry.Round} fewer than agreed sit above",
        EntryKind.DelegateRecalled => "stands too far from what the circle stands for",
        EntryKind.MemberRemoved => "no longer a member; no consent right in this decision",
        EntryKind.MemberKept => $"{entry.Round} objected to the removal",
        EntryKind.NotCarriedUp => "no link person could carry it up",
        EntryKind.NotCarriedDown => "no link person could carry it down",
        EntryKind.RepresentativeSent => entry.Round > 0
            ? "elected to speak for the matter in the circle above"
            : "sent on into the circle above",
        EntryKind.MandateEmpty => "members have no common ground; the delegate may consent to nothing new",
        _ => null,
    };
}
