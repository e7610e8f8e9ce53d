using System.Collections.Immutable;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Decisions;

/// <summary>What a secretary keeps while one matter is before a circle: what happened, and what it took.</summary>
internal sealed class Notes(int present)
{
    private readonly ImmutableArray<Entry>.Builder _steps = ImmutableArray.CreateBuilder<Entry>();
    private readonly List<Climb> _climbs = [];
    private int _pairRounds;
    private (long Attending, long Speaking, int Meetings) _before;

    public int Rounds { get; private set; }
    public int ConsentRounds { get; private set; }
    public int Objections { get; set; }
    public int Dismissed { get; set; }
    public int Integrated { get; set; }
    public int FurtherMeetings { get; private set; }
    public long Attending { get; private set; }
    public long Speaking { get; private set; }

    public void Meet(int members) => Attending += members;

    /// <summary>Everybody present is heard once.</summary>
    public void Round()
    {
        Rounds++;
        Speak(present);
    }

    /// <summary>Two and two, at once.</summary>
    /// <returns>How many such rounds there were.</returns>
    public int RoundInPairs()
    {
        for (var pair = 0; pair < present / 2; pair++) Speak(2);
        return ++_pairRounds;
    }

    public void ConsentRound()
    {
        Round();
        ConsentRounds++;
    }

    /// <summary>Every sub-circle's own consent round; what it takes is added by <see cref="Speak"/>.</summary>
    public void RoundInParts() => (Rounds, ConsentRounds) = (Rounds + 1, ConsentRounds + 1);

    /// <summary>So many speak once, and as many listen.</summary>
    public void Speak(int members) => Speaking += (long)members * members;

    /// <summary>Whatever follows happens at the circle's next meeting.</summary>
    public void Adjourn() => FurtherMeetings++;

    public void Add(Entry step) => _steps.Add(step with { Day = FurtherMeetings });

    /// <summary>From here on time is spent on a rung.</summary>
    public void Climb() => _before = (Attending, Speaking, FurtherMeetings);

    public void Climbed(Rung rung, bool held) => _climbs.Add(new Climb(
        rung, held, Attending - _before.Attending, Speaking - _before.Speaking,
        FurtherMeetings - _before.Meetings));

    /// <summary>A form of integration that counts as a rung: its price is the consent round it calls for.</summary>
    public void Eased(Rung rung) => _climbs.Add(new Climb(rung, true, 0, (long)present * present, 0));

    public Minutes Into(Minutes minutes) => minutes with
    {
        Rounds = Rounds,
        ConsentRounds = ConsentRounds,
        Objections = Objections,
        Dismissed = Dismissed,
        Integrated = Integrated,
        FurtherMeetings = FurtherMeetings,
        Attending = Attending,
        Speaking = Speaking,
        Steps = _steps.DrainToImmutable(),
        Climbs = [.. _climbs],
    };
}
