using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>A circle of residents looks again at how it carries out a text of another circle.</summary>
/// <remarks>
/// Within its latitude the way is its own: nobody above is asked. A circle with others below does not do
/// so between two reviews, since those would have to be asked again; it asks the owner.
/// </remarks>
internal static class Adapting
{
    /// <returns>Whether it found a way all who came can live with.</returns>
    public static (Work Work, bool Settled) Anew(
        Work work, Request keyed, Agreement agreement, Days day, Surroundings here)
    {
        if (agreement.Effect is not (Effect.Limits or Effect.Invites)) return (work, false);
        if (Granting.Of(work.Circle, agreement.Decision) is not null) return (work, false);
        var facets = new Facets(agreement.Dimensions, here.StatusQuo);
        Acceptance? limit = agreement.Effect == Effect.Limits
            ? new Acceptance(facets.Of(agreement.Text), agreement.Latitude, here.Practice.BoxRanges) : null;
        var held = Holding.Hold(work.Circle, keyed, agreement.Version, day, here, new Meeting(
            Voices.Present(work.Circle, here, agreement.Decision, Reviewing.AttendanceOfCycle + keyed.Cycle),
            facets, agreement.CarriedOut,
            Owning.Bounds(work.Circle, here, facets, facets.Of(agreement.CarriedOut)), limit, agreement.TermShare,
            Shapes: true));
        work = new Work(held.Circle, work.Entries.AddRange(held.Entries), work.Effort.Plus(held.Effort));
        if (!held.Minutes.Consented || held.Minutes.Dimensions.Length < agreement.Dimensions.Length)
            return (work, false);
        var anew = agreement with { CarriedOut = held.Minutes.Text, Parts = [], PartOf = [] };
        work = work with
        {
            Circle = work.Circle with { Agreements = Deliberating.Replace(work.Circle.Agreements, anew) },
            Entries = work.Entries.Add(Deliberating.Note(
                EntryKind.Adapted, keyed, agreement.Version, held.Day, agreement.CarriedOut, anew.CarriedOut)),
        };
        return (Dividing.Into(work, agreement.Decision, held, here), true);
    }
}
