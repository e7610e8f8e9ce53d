using Federation.Governance.Logbooks;

namespace Federation.Society.Runs;

/// <summary>What logbooks say of gates, the ladder and who was heard, in people's words.</summary>
internal static class ProcessWords
{
    public static string? Kind(EntryKind kind) => kind switch
    {
        EntryKind.NotArgued => "dismissed: no argument given",
        EntryKind.NotParamount => "dismissed: not paramount",
        EntryKind.NotQualified => "dismissed: the group found no argument in it",
        EntryKind.NoHarm => "dismissed: no harm to the circle claimed",
        EntryKind.NotOwnRole => "dismissed: not the objector's own role",
        EntryKind.NotNew => "dismissed: it holds already",
        EntryKind.CanAdapt => "dismissed: there is time to adapt",
        EntryKind.ConcernRecorded => "concern kept with the evaluation criteria",
        EntryKind.AgendaConsented => "agenda consented to",
        EntryKind.AgendaChanged => "agenda changed",
        EntryKind.AgendaConfirmed => "agenda confirmed after an objection",
        EntryKind.BasisUndecided => "parked: what it builds on is not decided yet",
        EntryKind.Awaited => "waited for absent members",
        EntryKind.FewCame => "few were there",
        EntryKind.NoQuorum => "no quorum",
        EntryKind.SilentConsent => "consented to by silence",
        EntryKind.MandateUsed => "decided at once under a mandate",
        EntryKind.MandateConfirmed => "mandate reviewed: confirmed",
        EntryKind.MandateEnded => "mandate reviewed: ended",
        EntryKind.StepTaken => "smaller step",
        EntryKind.Divided => "divided: a sub-circle's own text",
        EntryKind.Helped => "text of a helping circle",
        EntryKind.HelpReturned => "helping circle's text not consented to",
        EntryKind.SearchGaveUp => "search for common ground gave up",
        EntryKind.GroupDrawn => "last resort: a drawn group decided",
        EntryKind.Mediated => "last resort: a mediator's text",
        EntryKind.SupermajorityFound => "last resort: supermajority",
        EntryKind.Dissolved => "last resort: every circle below decides for itself",
        EntryKind.Enacted => "holds without the consent of all",
        _ => null,
    };

    /// <summary>Entries whose number counts people, matters or places rather than rounds.</summary>
    public static string? Argument(Entry entry) => entry.Kind switch
    {
        EntryKind.AgendaConsented => $"{entry.Round} matters",
        EntryKind.AgendaChanged or EntryKind.AgendaConfirmed => $"place {entry.Round}",
        EntryKind.Awaited => $"{entry.Round} not there",
        EntryKind.FewCame => $"{entry.Argument.Livable} of {entry.Argument.Asked}",
        EntryKind.SilentConsent => $"{entry.Round} did not read it",
        EntryKind.Divided => $"{entry.Round} members",
        EntryKind.GroupDrawn => $"{entry.Round} drawn by lot",
        EntryKind.SupermajorityFound => $"{entry.Round} can live with it",
        _ => null,
    };
}
