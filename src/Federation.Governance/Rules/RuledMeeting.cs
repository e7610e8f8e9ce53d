using System.Collections.Immutable;
using Federation.Governance.Decisions;
using Federation.Governance.Decisions.Gates;
using Federation.Governance.Decisions.Integrating;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Rules;

/// <summary>A circle's meeting where another rule than consent holds.</summary>
/// <remarks>
/// Picture forming, shaping and talk are as under consent, and so is the step that integrates
/// objections where the text may be amended; what follows is the rule's.
/// </remarks>
internal static class RuledMeeting
{
    /// <summary>The owner's meeting before everybody is asked: the text as it is put, and amended.</summary>
    public static Minutes Draft(Meeting meeting, Practice practice)
    {
        var table = Open(meeting, practice);
        var put = table.Text;
        if (practice.Rule.Amendable) Amend(table);
        return table.Close(consented: true) with { Put = table.Meeting.Facets.Whole(put) };
    }

    /// <summary>A circle decides on its own way, or on a change of a text it owns.</summary>
    /// <param name="lot">The lot of a member.</param>
    public static Minutes Decide(Meeting meeting, Practice practice, Func<PersonId, ulong> lot)
    {
        var table = Open(meeting, practice);
        var put = table.Text;
        if (practice.Rule.Amendable) Amend(table);
        var holds = meeting.Facets.Of(meeting.MayDecline ? meeting.Facets.StatusQuo : meeting.Text);
        var ruling = Assembly.Decide(Casters(table, lot), new AtStake(
            practice.Rule, 0, meeting.Facets.Dimensions, holds, put, table.Text, default, 0)
        {
            Within = table.Within,
            Lot = number => lot(new PersonId(0, number)),
            Misread = (_, _) => Point.Filled(holds.Dimensions, 0),
            BeliefAbout = caster => caster.Belief,
            Practice = practice,
            StandOn = (caster, _, _) => caster.Stand,
        });
        var text = Fixed.Round(ruling.Text);
        if (text != table.Text) table.MoveTo(EntryKind.RuledOtherwise, Speaker.Circle, text);
        return table.Close(consented: !meeting.MayDecline || text != holds);
    }

    private static Table Open(Meeting meeting, Practice practice)
    {
        var table = new Table(meeting, practice with { Forms = [Form.Amend] });
        table.Notes.Meet(meeting.Present.Length);
        ConsentProcess.FormPicture(table);
        return table;
    }

    /// <summary>The same step that consent takes, as often as it would, but nobody's consent is needed.</summary>
    private static void Amend(Table table)
    {
        for (var integrated = 0; ; integrated++)
            if (ConsentRound.Hold(table) is not { Length: > 0 } objectors
                || !Integrate.Any(table, objectors, integrated)) return;
    }

    private static ImmutableArray<Caster> Casters(Table table, Func<PersonId, ulong> lot) =>
        [.. table.Meeting.Present.Select((voice, member) => new Caster(
            lot(voice.Person), voice.Person, 0, table.Meeting.Facets.Of(table.Preferences[member]),
            table.Meeting.Facets.Of(table.Beliefs[member]),
            table.RangeOn(table.Practice.Ground, member).Centre, voice.Snapshot.Tolerance,
            voice.Snapshot.Conviction, voice.Snapshot.Skill, voice.Conduct)
        {
            Overstates = voice.Overstates,
            Salience = voice.In(table.Meeting.Facets),
            IsBox = table.Practice.BoxRanges,
        })];
}
