using System.Diagnostics;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Decisions.Gates;

/// <summary>Which objections count: docs/guide/model.md, "Gates".</summary>
internal static class Judge
{
    /// <summary>Null when the objection counts; else the kind of entry that says why it does not.</summary>
    public static EntryKind? WhyNot(in Objection objection, Practice practice) => practice.Gate switch
    {
        Gate.Sofa => null,
        _ when objection.Voice.Withholds => EntryKind.NotArgued,
        Gate.Scm => ByTheObjector(objection, practice.Judging),
        Gate.S3 => ByTheGroup(objection, practice.Judging),
        Gate.Holacracy => ByForm(objection),
        _ => throw new UnreachableException(practice.Gate.ToString()),
    };

    /// <summary>The objector judges whether what is at stake is paramount.</summary>
    private static EntryKind? ByTheObjector(in Objection objection, Judging judging) =>
        objection.Range.Excess(objection.Text) > judging.Paramount * objection.Range.Radius
            ? null : EntryKind.NotParamount;

    /// <summary>The group tests the argument. It is true where the objector believes in a harm to the circle;
    /// an objection from mere preference claims one. Groups err both ways.</summary>
    private static EntryKind? ByTheGroup(in Objection objection, Judging judging) =>
        objection.IsBelieved
            ? objection.Lot < judging.Misjudged ? EntryKind.NotQualified : null
            : objection.Lot < judging.Screened ? EntryKind.ConcernRecorded : null;

    /// <summary>All four criteria of the Holacracy Constitution, version 5, article 5, must be claimed: harm to
    /// the circle, to the objector's own role, newly created, and no time to adapt.</summary>
    private static EntryKind? ByForm(in Objection objection) =>
        !objection.IsBelieved ? EntryKind.NoHarm
        : objection.Own.Contains(objection.Text) ? EntryKind.NotOwnRole
        : objection.Range.Distance(objection.StatusQuo) >= objection.Range.Distance(objection.Text) ? EntryKind.NotNew
        : objection.Adapted.Contains(objection.Text) ? EntryKind.CanAdapt
        : null;
}
