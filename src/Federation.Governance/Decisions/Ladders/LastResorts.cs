using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions.Ladders;

/// <summary>A text that holds without the consent of all, because the circle agreed so beforehand.</summary>
/// <param name="Text">In the whole issue space.</param>
/// <param name="Members">Whom it rests on: those drawn, or those who can live with it.</param>
/// <param name="Cost">Its price, as that of a rung.</param>
internal sealed record Resort(Point Text, EntryKind Kind, int Members, Climb Cost);

/// <summary>What a top circle does when the ladder ends: docs/guide/model.md, "Last resorts".</summary>
internal static class LastResorts
{
    /// <summary>Null where nothing is decided: the status quo stands.</summary>
    public static Resort? Take(
        Meeting meeting, Minutes failed, Practice practice, Func<PersonId, ulong> lot)
    {
        if (!meeting.IsQuorate) return null;
        var count = meeting.Present.Length;
        var tabled = meeting.Facets.Of(failed.Tabled);
        return practice.Impasse.LastResort switch
        {
            LastResort.Resolution => Resolution(meeting, failed, practice, lot),
            LastResort.Mediator => Of(
                LeastObjection.Of(tabled, Ranges(meeting, failed, practice), meeting.Bounds), EntryKind.Mediated,
                count, new Climb(Rung.Mediator, true, count, (long)count * count, 1)),
            LastResort.Supermajority when Enough(meeting, failed, practice) is var (text, willing) => Of(
                text, EntryKind.SupermajorityFound, willing,
                new Climb(Rung.Supermajority, true, 0, (long)count * count, 0)),
            LastResort.Dissolve => Of(
                meeting.Bounds.Project(meeting.Facets.Of(meeting.Text)), EntryKind.Dissolved, count,
                new Climb(Rung.Dissolve, true, 0, (long)count * count, 0)),
            _ => null,
        };

        Resort Of(Point text, EntryKind kind, int members, Climb cost) =>
            new(meeting.Facets.Whole(Fixed.Round(text)), kind, members, cost);
    }

    /// <summary>The text on the table, moved no further than it takes: to where those have common ground whom it
    /// asks least of, as many as the bylaws need.</summary>
    /// <returns>The text and how many can live with it; null where so many have no common ground.</returns>
    private static (Point Text, int Members)? Enough(Meeting meeting, Minutes failed, Practice practice)
    {
        var tabled = meeting.Facets.Of(failed.Tabled);
        var ranges = Ranges(meeting, failed, practice);
        var nearby = Enumerable.Range(0, ranges.Length).Where(i => !meeting.Present[i].Withholds)
            .OrderBy(i => ranges[i].Excess(tabled)).ToArray();
        var share = practice.Impasse.Supermajority * ranges.Length;
        var needed = Math.Max(1, (int)Math.Ceiling(share - Tolerance.Epsilon));
        if (nearby.Length < needed) return null;
        var nearest = CommonGround.Nearest(tabled, [.. nearby[..needed].Select(i => ranges[i])], meeting.Bounds);
        if (nearest.End is not SearchEnd.Found) return null;
        var text = Fixed.Round(nearest.Point);
        return (text, nearby.Count(i => ranges[i].Contains(text)));
    }

    /// <summary>A group drawn by lot talks among itself; what all of it consent to holds for all.</summary>
    private static Resort? Resolution(
        Meeting meeting, Minutes failed, Practice practice, Func<PersonId, ulong> lot)
    {
        var group = new List<int>(meeting.Present.Length);
        for (var i = 0; i < meeting.Present.Length; i++) group.Add(i);
        group.Sort((a, b) => lot(meeting.Present[b].Person).CompareTo(lot(meeting.Present[a].Person)));
        if (group.Count > practice.Impasse.Helpers)
            group.RemoveRange(practice.Impasse.Helpers, group.Count - practice.Impasse.Helpers);
        group.Sort();
        var drawn = new Table(
            meeting with
            {
                Present = [.. group.Select(i => meeting.Present[i] with
                {
                    Snapshot = meeting.Present[i].Snapshot with { Preference = failed.Preferences[i] },
                    Belief = failed.Beliefs[i],
                })],
                Text = failed.Tabled,
                TermShare = failed.TermShare,
            },
            practice);
        for (var round = 0; round < Math.Max(1, practice.TalkRounds); round++) drawn.TalkOnce();
        drawn.TakeStands();
        var nearest = drawn.Nearest();
        return nearest.End is SearchEnd.Found && !group.Exists(i => meeting.Present[i].Withholds)
            ? new Resort(
                meeting.Facets.Whole(Fixed.Round(nearest.Point)), EntryKind.GroupDrawn, group.Count,
                new Climb(Rung.Resolution, true, group.Count, drawn.Notes.Speaking, 1))
            : null;
    }

    private static Acceptance[] Ranges(Meeting meeting, Minutes failed, Practice practice)
    {
        var ranges = new Acceptance[meeting.Present.Length];
        for (var i = 0; i < ranges.Length; i++)
        {
            var voice = meeting.Present[i];
            var stand = practice.StandOf(voice, failed.Preferences[i], failed.Beliefs[i]);
            ranges[i] = new Acceptance(
                Fixed.Round(meeting.Facets.Of(stand)),
                voice.Snapshot.Tolerance * practice.Widening(failed.TermShare), practice.BoxRanges)
            {
                Salience = voice.In(meeting.Facets),
            };
        }

        return ranges;
    }
}
