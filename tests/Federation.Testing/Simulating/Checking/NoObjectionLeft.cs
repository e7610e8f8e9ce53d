using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;

namespace Federation.Testing.Simulating.Checking;

/// <summary>Where a circle consented, no objection that counted stood against the text as it was adopted: each was
/// integrated in a later round, or dismissed in a way the circle's gate knows.</summary>
internal sealed class NoObjectionLeft(Situation situation) : Checker
{
    public override void End(Store store, Books books)
    {
        foreach (var (id, (_, entries)) in books)
            foreach (var matter in entries.GroupBy(entry => (entry.Cycle, entry.Decision, entry.Version)))
                Follow(matter, situation.Of(id));
    }

    private static void Follow(IEnumerable<Entry> said, Surroundings here)
    {
        var standing = new List<Entry>();
        foreach (var entry in said)
        {
            if (entry.Kind is EntryKind.ObjectionRaised) standing.Add(entry);
            else if (IsDismissal(entry.Kind))
            {
                if (!Knows(here, entry.Kind))
                    throw new BrokenPromiseException($"{here.Id} dismissed an objection as {entry.Kind}");
                standing.RemoveAll(objection =>
                    objection.Speaker == entry.Speaker && objection.Round == entry.Round);
            }
            else if (IsConsent(entry.Kind) && standing.Exists(objection => IsLeft(objection, entry)))
                throw new BrokenPromiseException($"{here.Id} decided {entry.Decision} over an objection");
            else if (IsIntegration(entry.Kind) || IsEndWithoutConsent(entry.Kind)) standing.Clear();
        }
    }

    /// <summary>An objection to a text that was posted is heard at the meeting it calls for; of that only what is raised
    /// there can be left.</summary>
    private static bool IsLeft(Entry objection, Entry consent) =>
        objection.Round > 0 || consent.Kind is EntryKind.SilentConsent;

    private static bool IsConsent(EntryKind kind) => kind is EntryKind.Decided or EntryKind.CarriedOut
        or EntryKind.Adapted or EntryKind.Ratified or EntryKind.MandateConfirmed or EntryKind.Kept
        or EntryKind.SilentConsent;

    /// <summary>Whoever objected is asked again after it.</summary>
    private static bool IsIntegration(EntryKind kind) => kind is EntryKind.Integrated or EntryKind.TermShortened
        or EntryKind.ConcernMeasured or EntryKind.Split or EntryKind.StepTaken or EntryKind.Divided
        or EntryKind.HelpReturned;

    private static bool IsEndWithoutConsent(EntryKind kind) => kind is EntryKind.Referred or EntryKind.Parked
        or EntryKind.Unresolved or EntryKind.Declined or EntryKind.RatificationRefused or EntryKind.Enacted
        or EntryKind.MandateEnded or EntryKind.Unrenewed or EntryKind.ReviewHeard;

    private static bool IsDismissal(EntryKind kind) => kind is EntryKind.NotArgued or EntryKind.NotParamount
        or EntryKind.NotQualified or EntryKind.ConcernRecorded or EntryKind.NoHarm or EntryKind.NotOwnRole
        or EntryKind.NotNew or EntryKind.CanAdapt or EntryKind.ObjectionRuledInvalid;

    private static bool Knows(Surroundings here, EntryKind dismissal) => dismissal switch
    {
        EntryKind.ObjectionRuledInvalid => here.Strain.RulesInvalid
            && here.Practice.Gate is (Gate.Sofa or Gate.Holacracy),
        EntryKind.NotArgued => here.Practice.Gate is not Gate.Sofa,
        EntryKind.NotParamount => here.Practice.Gate is Gate.Scm,
        EntryKind.NotQualified or EntryKind.ConcernRecorded => here.Practice.Gate is Gate.S3,
        _ => here.Practice.Gate is Gate.Holacracy,
    };
}
