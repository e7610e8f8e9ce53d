using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Linking;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>A parent's meeting on a child's domain: it does not decide without the child.</summary>
/// <remarks>
/// The text says what the domain is to be used for. A member can live with the change if their range
/// reaches the text, widened by the room the child keeps around it. No objection is judged away here,
/// and both links of every child concerned take part, whoever else stays away.
/// </remarks>
internal static class Changing
{
    /// <summary>Who takes part, each with the room the change leaves added to their tolerance.</summary>
    public static ImmutableArray<Voice> Present(Circle circle, Proposal proposal, int version, Surroundings here)
    {
        var change = proposal.Change!;
        var present = Voices.Present(circle, here, proposal.Id, version);
        List<int> concerned = change.Parent == here.Id ? Owning.Concerned(circle, change, here) : [];
        if (concerned.Count > 0)
        {
            var all = Voices.Heard(circle, here, proposal.Id);
            present = [.. all.Where(voice => present.Any(one => one.Person == voice.Person)
                || concerned.Exists(child => circle.Links[child].Seats(voice.Person)))];
        }

        return [.. present.Select(voice => voice with
        {
            Snapshot = voice.Snapshot with { Tolerance = Fixed.Round(voice.Snapshot.Tolerance + change.Room) },
        })];
    }

    /// <summary>Whether the links of every child concerned can consent at all: both of a double link.</summary>
    public static bool IsRepresented(Circle circle, DomainChange change, Surroundings here) =>
        Owning.Concerned(circle, change, here).TrueForAll(child =>
            circle.Links[child].Delegate is not null
            && (here.Practice.Links.Kind == LinkKind.Single || circle.Links[child].Leader is not null));
}
