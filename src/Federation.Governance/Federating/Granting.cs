using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>What the owner does with review requests its text cannot meet: it may grant a variance, or
/// suspend the text there until its review.</summary>
/// <remarks>Both need the consent of the owner's own meeting: a circle cannot exempt itself.</remarks>
internal static class Granting
{
    /// <summary>The owner's meetings, one per request; the exceptions they consented to.</summary>
    public static (Work Work, ImmutableArray<Variance> Granted) Grant(
        Work work, Request request, Agreement agreement, ImmutableArray<Review> reviews, Days day,
        Surroundings here)
    {
        var practice = here.Practice.Reviews;
        var granted = ImmutableArray.CreateBuilder<Variance>();
        foreach (var review in reviews)
        {
            // Who is below an exception shares it.
            if (granted.Any(one => review.Circle.IsWithin(one.Circle) || one.Circle.IsWithin(review.Circle)))
                continue;
            if (practice.VariancesMost > granted.Count)
                work = Put(work, new Variance(
                    agreement.Decision, review.Circle, review.Wanted, 0, 0, 0, Suspends: false));
            // No text met these: heard or beyond its budget, they wait for the review day.
            if (practice.Suspends && !granted.Any(one => one.Circle == review.Circle))
                work = Put(work, new Variance(
                    agreement.Decision, review.Circle, here.StatusQuo, 0, 0, 0, Suspends: true));
        }

        var circle = work.Circle with { Variances = work.Circle.Variances.AddRange(granted) };
        return (work with { Circle = circle }, granted.DrainToImmutable());

        Work Put(Work work, Variance asked)
        {
            var met = day.NextMeeting(here.CadenceDays, here.Phase);
            var share = asked.Suspends ? 0.5 : practice.VarianceTerm;
            var days = asked.Suspends
                ? agreement.ReviewDay - met.Mid
                : (int)((agreement.UntilDay - met.Mid) * share);
            if (days < 1) return work;
            var version = agreement.Version + 1;
            var facets = new Facets(agreement.Dimensions, here.StatusQuo);
            var held = Holding.Hold(work.Circle, request, version, met, here, new Meeting(
                Voices.Present(work.Circle, here, request.Decision, version), facets, asked.Text,
                Bounds.Unit(facets.Dimensions.Length), null, Fixed.Round(agreement.TermShare * share), Shapes: false)
            {
                AsItStands = true,
            });
            work = new Work(held.Circle, work.Entries.AddRange(held.Entries), work.Effort.Plus(held.Effort));
            if (!held.Minutes.Consented) return work;
            met = held.Effort.LastDay;
            asked = asked with
            {
                FromDay = met.Mid,
                UntilDay = met.Mid + days,
                ReviewDay = met.Mid + Math.Max(1, days / 2),
            };
            granted.Add(asked);
            return work with
            {
                Entries = work.Entries.Add(Deliberating.Note(
                    Kind(asked), request, version, met, agreement.Text, asked.Text) with { About = asked.Circle }),
            };
        }
    }

    /// <summary>At the circle it was granted to: its text takes the place of the owner's.</summary>
    public static Work Receive(Work work, Request request, Variance granted, Days day)
    {
        var own = Considering.Find(work.Circle, request.Decision) with
        {
            CarriedOut = granted.Text,
            Resolved = true,
        };
        return work with
        {
            Circle = work.Circle with
            {
                Agreements = Deliberating.Replace(work.Circle.Agreements, own),
                Variances = work.Circle.Variances.Add(granted),
            },
            Entries = work.Entries.Add(Deliberating.Note(
                Kind(granted), request, request.Version, day, own.Text, granted.Text)),
        };
    }

    /// <summary>The circle's own exception from an agreement, if it has one.</summary>
    public static Variance? Of(Circle circle, int decision)
    {
        foreach (var variance in circle.Variances)
            if (variance.Decision == decision && variance.Circle == circle.Id) return variance;
        return null;
    }

    public static bool IsSuspended(Circle circle, int decision, int day) =>
        Of(circle, decision) is { Suspends: true } variance && day < variance.UntilDay;

    /// <summary>Exceptions whose term is over end by themselves: the owner's text holds again.</summary>
    public static Work End(Work work, Request request, Days day, Surroundings here)
    {
        foreach (var over in work.Circle.Variances)
        {
            if (day.Mid < over.UntilDay) continue;
            var circle = work.Circle with { Variances = work.Circle.Variances.Remove(over) };
            var text = over.Text;
            if (over.Circle == here.Id)
            {
                var own = Considering.Find(circle, over.Decision);
                text = own.Text;
                circle = circle with
                {
                    Agreements = Deliberating.Replace(
                        circle.Agreements, own with { CarriedOut = own.Text, Resolved = false }),
                };
            }

            work = work with
            {
                Circle = circle,
                Entries = work.Entries.Add(Deliberating.Note(
                    EntryKind.VarianceEnded, request with { Decision = over.Decision }, 0, day, over.Text, text)),
            };
        }

        return work;
    }

    private static EntryKind Kind(Variance variance) =>
        variance.Suspends ? EntryKind.Suspended : EntryKind.VarianceGranted;
}
