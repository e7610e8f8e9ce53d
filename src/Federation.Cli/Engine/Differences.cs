using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Society.Runs;

namespace Federation.Cli.Engine;

/// <summary>Counts what a run lost and what it answered twice, from every entry it stored.</summary>
internal static class Differences
{
    /// <summary>Entries the reference run has and the store lacks; and keys, a circle's cycle,
    /// decision and version, under which a circle stored an entry the reference run never made.</summary>
    public static (long Lost, long Doubled) Count(Reference reference, IEnumerable<RecordedCircle> stored)
    {
        var absent = new HashSet<CircleId>(reference.Circles.Keys);
        var (lost, doubled) = (0L, 0L);
        foreach (var kept in stored)
        {
            absent.Remove(kept.Circle.Id);
            var made = reference.Circles.TryGetValue(kept.Circle.Id, out var circle)
                ? reference.Entries(circle) : [];
            var (missing, strange) = Between(made, kept.Entries);
            lost += missing;
            doubled += strange + AnsweredTwice(kept.Circle);
        }

        return (lost + absent.Sum(circle => reference.Circles[circle].Logbook.Entries), doubled);
    }

    private static (long Missing, long Strange) Between(IEnumerable<Entry> made, IEnumerable<Entry> kept)
    {
        var left = new Dictionary<Digest, int>();
        foreach (var entry in made)
        {
            var digest = Digest.Of(entry.Encode());
            left[digest] = left.GetValueOrDefault(digest) + 1;
        }

        var strange = new HashSet<(int, int, int)>();
        foreach (var entry in kept)
        {
            var digest = Digest.Of(entry.Encode());
            if (left.GetValueOrDefault(digest) > 0) left[digest]--;
            else strange.Add((entry.Cycle, entry.Decision, entry.Version));
        }

        return (left.Values.Sum(), strange.Count);
    }

    /// <summary>Answers the circle keeps under a key that has another answer already.</summary>
    private static long AnsweredTwice(Circle circle) => circle.Answers.Length - circle.Answers
        .Select(given => (given.Kind, given.Decision, given.Version)).Distinct().LongCount();
}
