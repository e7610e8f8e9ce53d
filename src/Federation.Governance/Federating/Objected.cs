using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>An objection to an agreement in force, on its way up to whoever owns the text.</summary>
/// <param name="Review">Who objected, and the nearest text they could live with.</param>
public sealed record Objected(int Decision, CircleId Owner, Review Review)
{
    public void Write(CanonicalWriter writer)
    {
        writer.Int(Decision);
        writer.Text(Owner.Path);
        Review.Write(writer);
    }

    public static Objected Read(ref CanonicalReader reader) =>
        new(reader.Int(), reader.Circle(), Review.Read(ref reader));

    /// <summary>For each decision the weightiest few.</summary>
    internal static ImmutableArray<Objected> Choose(ImmutableArray<Objected> all) =>
        all.Length <= Review.Most ? all : [.. all
            .GroupBy(one => one.Decision).OrderBy(one => one.Key)
            .SelectMany(one => Review.Choose([.. one.Select(objected => objected.Review)])
                .Select(review => one.First() with { Review = review }))];

    /// <summary>At any meeting: whoever is there and can no longer live with how an agreement is carried
    /// out may say so. One objection to each is entered, the strongest.</summary>
    internal static (Work Work, ImmutableArray<Objected> Raised) Hear(
        Work work, Request request, Days day, Surroundings here)
    {
        var life = here.Practice.Life;
        if (!life.GoesOn || !life.Objections) return (work, []);
        var raised = ImmutableArray.CreateBuilder<Objected>();
        foreach (var agreement in work.Circle.Agreements)
        {
            if (!agreement.Resolved || !agreement.Parts.IsEmpty || agreement.Change is not null) continue;
            if (agreement.FromDay >= day.Mid || !agreement.InForce(day.Mid)) continue;
            if (Strongest(work.Circle, request, agreement, here) is not var (speaker, wanted)) continue;
            raised.Add(new Objected(agreement.Decision, agreement.Owner, new Review(
                here.Id, here.Depth, wanted, here.Residents + work.Circle.Links.Sum(link => link.People))));
            work = work with
            {
                Entries = work.Entries.Add(Deliberating.Note(
                    EntryKind.ObjectedInForce, request with { Decision = agreement.Decision }, agreement.Version,
                    day, agreement.CarriedOut, wanted) with { Speaker = speaker }),
            };
        }

        return (work, raised.DrainToImmutable());
    }

    private static (Speaker Speaker, Point Wanted)? Strongest(
        Circle circle, Request request, Agreement agreement, Surroundings here)
    {
        var facets = new Facets(agreement.Dimensions, here.StatusQuo);
        var carried = facets.Of(agreement.CarriedOut);
        (Speaker, Point)? strongest = null;
        var farthest = Tolerance.Epsilon;
        foreach (var voice in Voices.Present(
            circle, here, agreement.Decision, Reviewing.AttendanceOfCycle + request.Cycle))
        {
            var stand = here.Practice.StandOf(voice, voice.Snapshot.Preference, voice.Belief);
            var range = new Acceptance(
                facets.Of(stand), voice.Snapshot.Tolerance * here.Practice.Widening(agreement.TermShare),
                here.Practice.BoxRanges) { Salience = voice.In(facets) };
            if (range.Excess(carried) is var excess && excess <= farthest) continue;
            farthest = excess;
            strongest = (voice.Speaker, Fixed.Round(facets.Whole(range.Project(carried))));
        }

        return strongest;
    }
}
