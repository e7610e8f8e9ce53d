using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Federating;

namespace Federation.Governance.Members;

/// <summary>The members of a circle as its meeting hears them, which need not be what they think.</summary>
internal static class Straining
{
    public static ImmutableArray<Voice> Heard(ImmutableArray<Voice> members, Circle circle, Surroundings here)
    {
        var strain = here.Strain;
        if (ReferenceEquals(strain, Strain.None)) return members;
        var heard = ImmutableArray.CreateBuilder<Voice>(members.Length);
        foreach (ref readonly var voice in members.AsSpan())
            if (!circle.Left.Contains(voice.Person)) heard.Add(strain.Heard(voice));
        if (here.IsLeaf) heard.AddRange(strain.Fakes);
        return heard.DrainToImmutable();
    }

    /// <summary>Whether a member is there; fakes never miss a meeting.</summary>
    public static bool Comes(in Voice voice, Circle circle, Surroundings here, int decision, int version) =>
        voice.Conduct == Conduct.Fake
        || (here.Attends(voice.Person, decision, version)
            && here.Strain.Copes(voice.Person, Seats(voice, circle, here), decision, version));

    private static int Seats(in Voice voice, Circle circle, Surroundings here)
    {
        if (ReferenceEquals(here.Strain, Strain.None)) return 1;
        var seats = voice.Via >= 0 ? 2 : 1;
        foreach (var passing in circle.Passing)
            if (passing.Person == voice.Person) return seats + 1;
        return seats;
    }
}
