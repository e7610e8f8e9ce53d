using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Federating;

/// <summary>Some do not stay in a circle that could not decide because of them.</summary>
internal static class Leaving
{
    public static (Circle Circle, ImmutableArray<Entry> Entries) After(
        Minutes minutes, Circle circle, Request request, int version, Days day, Surroundings here)
    {
        if (minutes.Consented || ReferenceEquals(here.Strain, Strain.None)) return (circle, []);
        var (left, entries) = (circle.Left.ToBuilder(), ImmutableArray.CreateBuilder<Entry>());
        foreach (var objector in minutes.Standing)
        {
            if (!here.Strain.Leaves(objector.Person)) continue;
            left.Add(objector.Person);
            entries.Add(new Entry(
                EntryKind.LeftAfterBlocking, request.Cycle, day.Mid, request.Decision, version, 0,
                objector, Argument.None, null, null));
        }

        return (circle with { Left = left.DrainToImmutable() }, entries.DrainToImmutable());
    }
}
