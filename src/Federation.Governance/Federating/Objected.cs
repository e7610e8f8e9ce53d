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
    /// out, where the circle divided in their own part of it, may say so. One objection to each is entered,
    /// the strongest. Residents then look at their own way at once; what that does not meet goes up.</summary>
    internal static (Work Work, ImmutableArray<Objected> Raised, ImmutableArray<TimeSpent> Spent) Hear(
        Work work, Request request, Days day, Surroundings here)
    {
        var life = here.Practice.Life;
        if (!life.GoesOn || !life.Objections) return (work, [], []);
        var spent = ImmutableArray.CreateBuilder<TimeSpent>();
        var raised = ImmutableArray.CreateBuilder<Objected>();
        foreach (var agreement in work.Circle.Agreements)
        {
            if (!agreement.Resolved || agreement.Change is not null) continue;
            if (agreement.FromDay >= day.Mid || !agreement.InForce(day.Mid)) continue;
            if (Strongest(work.Circle, request, agreement, here) is not var (speaker, carriedOut, wanted)) continue;
            var keyed = request with { Decision = agreement.Decision };
            work = work with
            {
                Entries = work.Entries.Add(Deliberating.Note(
                    EntryKind.ObjectedInForce, keyed, agreement.Version, day, carriedOut, wanted)
                    with { Speaker = speaker }),
            };
            if (here.IsLeaf && agreement.Owner != here.Id)
            {
                var before = work.Effort;
                (work, var settled) = Adapting.Anew(work with { Effort = Effort.None }, keyed, agreement, day, here);
                if (work.Effort.Meetings > 0) spent.Add(TimeSpent.Of(agreement.Decision, work.Effort));
                work = work with { Effort = before };
                if (settled) continue;
            }

            raised.Add(new Objected(agreement.Decision, agreement.Owner, new Review(
                here.Id, here.Depth, wanted, here.Residents + work.Circle.Links.Sum(link => link.People), speaker)));
        }

        return (work, raised.DrainToImmutable(), spent.DrainToImmutable());
    }

    private static (Speaker Speaker, Point CarriedOut, Point Wanted)? Strongest(
        Circle circle, Request request, Agreement agreement, Surroundings here)
    {
        var facets = new Facets(agreement.Dimensions, here.StatusQuo);
        (Speaker, Point, Point)? strongest = null;
        var farthest = Tolerance.Epsilon;
        foreach (var voice in Voices.Present(
            circle, here, agreement.Decision, Reviewing.AttendanceOfCycle + request.Cycle))
        {
            var number = here.IsLeaf ? here.IndexOf(voice.Person) : voice.Via;
            var carriedOut = number >= 0 && number < agreement.PartOf.Length
                ? agreement.CarriedOutFor(number) : agreement.CarriedOut;
            var carried = facets.Of(carriedOut);
            var stand = here.Practice.StandOf(voice, voice.Snapshot.Preference, voice.Belief);
            var range = new Acceptance(
                facets.Of(stand), voice.Snapshot.Tolerance * here.Practice.Widening(agreement.TermShare),
                here.Practice.BoxRanges) { Salience = voice.In(facets) };
            if (range.Excess(carried) is var excess && excess <= farthest) continue;
            farthest = excess;
            strongest = (voice.Speaker, carriedOut, Fixed.Round(facets.Whole(range.Project(carried))));
        }

        return strongest;
    }
}
