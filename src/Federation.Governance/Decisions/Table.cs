using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>What lies on the table while one meeting lasts: the text, its term, and where people stand.</summary>
internal sealed class Table
{
    // Nobody's arguments weigh nothing; a skill of 0 would also leave a lone speaker unheard.
    private const double LeastWeight = 0.1;

    private readonly Point[] _first;
    private readonly Point[] _preferences;
    private readonly Point[] _beliefs;
    private readonly double[] _openness;
    private readonly double[] _skill;
    private readonly bool[] _objected;
    private readonly EntryKind?[] _setAside;
    private Acceptance[] _ranges = [];
    private double _widening;

    public Table(Meeting meeting, Practice practice)
    {
        (Meeting, Practice, TermShare) = (meeting, practice, meeting.TermShare);
        _widening = practice.Widening(TermShare);
        var count = meeting.Present.Length;
        Notes = new Notes(count);
        Claims = new Acceptance?[count];
        (_first, _preferences, _beliefs) = (new Point[count], new Point[count], new Point[count]);
        (_openness, _skill) = (new double[count], new double[count]);
        (_objected, _setAside) = (new bool[count], new EntryKind?[count]);
        for (var i = 0; i < count; i++)
        {
            ref readonly var voice = ref meeting.Present.ItemRef(i);
            _preferences[i] = voice.Snapshot.Preference;
            _first[i] = meeting.Claim?.First[i] ?? _preferences[i];
            _beliefs[i] = voice.Belief;
            _openness[i] = 1 - voice.Snapshot.Conviction;
            _skill[i] = voice.Snapshot.Skill + LeastWeight;
        }

        Text = meeting.Facets.Of(meeting.Text);
        Agreed = meeting.Facets.Dimensions;
    }

    public Meeting Meeting { get; }
    public Practice Practice { get; }
    public Notes Notes { get; }

    /// <summary>In the matter's dimensions.</summary>
    public Point Text { get; private set; }

    public double TermShare { get; private set; }
    public bool Measured { get; set; }
    public Rung Rung { get; set; }
    public bool Silent { get; set; }
    public ImmutableArray<int> Agreed { get; set; }
    public ImmutableArray<Point> Parts { get; set; } = [];
    public ImmutableArray<int> PartOf { get; set; } = [];

    /// <summary>Whose objection counted in the last consent round.</summary>
    public int[] Objectors { get; set; } = [];

    /// <summary>Whether somebody whose word counts objects to every text there could be.</summary>
    public bool IsBlocked => Array.Exists(Objectors, Withholds);

    public int Present => _first.Length;
    public Point StatusQuo => Meeting.Facets.Of(Meeting.Facets.StatusQuo);
    public Span<Point> Beliefs => _beliefs;
    public ReadOnlySpan<Point> Preferences => _preferences;
    public ReadOnlySpan<double> Openness => _openness;
    public ReadOnlySpan<double> Skill => _skill;

    /// <summary>What everybody preferred before any talk.</summary>
    public ImmutableArray<Point> First => [.. _first];

    /// <summary>What each manipulator stated when stands were taken first, as those present; they keep to it.</summary>
    public Acceptance?[] Claims { get; }

    public void TalkOnce()
    {
        switch (Practice.Talking.Kind)
        {
            case TalkKind.Round:
                Notes.Round();
                Talk.Round(
                    _preferences, _first, _beliefs, _openness, _skill, Practice.Confidence,
                    Practice.Talking.Listening);
                break;
            case TalkKind.Pairs:
                var order = Meeting.Order(Notes.RoundInPairs());
                PairTalk.Round(_preferences, _beliefs, _openness, _skill, Practice.Confidence, order);
                break;
        }
    }

    /// <summary>The tuners, who read best what the circle needs, write the text towards their belief.</summary>
    public void Shape()
    {
        if (!Meeting.Shapes || Practice.Shaping <= 0) return;
        var synthesis = Tuners.Synthesis(_beliefs, _skill, Practice.Tuners, Meeting.Facets);
        var shaped = Within((Text * (1 - Practice.Shaping)) + (synthesis * Practice.Shaping));
        if (shaped != Text) MoveTo(EntryKind.Shaped, Speaker.Circle, shaped);
    }

    /// <summary>The members who were missing are waited for; the others have met once.</summary>
    public void Await(int missing)
    {
        Note(EntryKind.Awaited, Speaker.Circle, Argument.None, Text, Text, round: missing);
        Notes.Meet(Present - missing);
        Notes.Speak(Present - missing);
        Notes.Adjourn();
    }

    /// <summary>Ranges of tolerance as opinions are now.</summary>
    public void TakeStands()
    {
        _ranges = new Acceptance[Present];
        for (var i = 0; i < _ranges.Length; i++) _ranges[i] = RangeOn(Practice.Ground, i);
        Statements.Make(this, _ranges);
    }

    /// <summary>Whether a member objects to everything and helps nobody to resolve it.</summary>
    public bool Withholds(int member) => Meeting.Present[member].Withholds;

    /// <summary>A member's range for the term on the table.</summary>
    public Acceptance Range(int member)
    {
        var range = _ranges[member];
        var factor = _widening * (Measured && _objected[member] ? 1 + Practice.MeasureWidens : 1);
        return range with { Radius = range.Radius * factor };
    }

    /// <summary>The range of a member as it would lie around their point on another ground.</summary>
    public Acceptance RangeOn(Ground ground, int member)
    {
        ref readonly var voice = ref Meeting.Present.ItemRef(member);
        var stand = Practice.StandOn(ground, voice, _preferences[member], _beliefs[member]);
        return new Acceptance(
            Fixed.Round(Meeting.Facets.Of(stand)), voice.Snapshot.Tolerance, Practice.BoxRanges)
        {
            Salience = voice.In(Meeting.Facets),
        };
    }

    /// <summary>The ranges a text has to meet: of all but those whose objection did not count, or who name
    /// none.</summary>
    /// <param name="limited">Whether what is left open from above counts as one of them.</param>
    public Acceptance[] Ranges(bool limited)
    {
        var all = new List<Acceptance>(_ranges.Length + 1);
        for (var i = 0; i < _ranges.Length; i++)
            if (_setAside[i] is null && !Withholds(i)) all.Add(Range(i));
        if (limited && Meeting.Limit is { } limit) all.Add(limit with { IsBox = Practice.BoxRanges });
        return [.. all];
    }

    /// <summary>Why a member's objection to the text does not count; null while it does or they have none.</summary>
    /// <returns>Whether that is news.</returns>
    public bool SetAside(int member, EntryKind? reason)
    {
        var before = _setAside[member];
        _setAside[member] = reason;
        return reason is null || before != reason;
    }

    /// <summary>Whoever objected may have their concern measured.</summary>
    public void Objected(int member) => _objected[member] = true;

    /// <summary>The point of common ground nearest to the text; what the search said if there is none.</summary>
    public NearestPoint Nearest()
    {
        var nearest = CommonGround.Nearest(Text, Ranges(limited: true), Meeting.Bounds);
        if (nearest.End is SearchEnd.NotConverged)
            Note(EntryKind.SearchGaveUp, Speaker.Circle, Argument.None, Text, Text);
        return nearest;
    }

    /// <summary>The nearest point inside both the domain's bounds and the limit from above.</summary>
    public Point Within(Point text)
    {
        if (Meeting.Limit is not { } limit) return Fixed.Round(Meeting.Bounds.Project(text));
        var nearest = CommonGround.Nearest(text, [limit], Meeting.Bounds);
        return nearest.End is SearchEnd.Found ? Fixed.Round(nearest.Point) : Text;
    }

    public void Shorten(double termShare) => (TermShare, _widening) = (termShare, Practice.Widening(termShare));

    public void MoveTo(EntryKind kind, Speaker by, Point to, Argument? argument = null)
    {
        Note(kind, by, argument ?? Argument.None, Text, to);
        Text = to;
    }

    /// <summary>The text as a whole follows from what was noted already.</summary>
    public void Settle(Point to) => Text = to;

    public void Note(EntryKind kind, Speaker by, Argument argument, Point from, Point to, int? round = null) =>
        Notes.Add(new Entry(
            kind, 0, 0, 0, 0, round ?? Notes.ConsentRounds, by, argument,
            Meeting.Facets.Whole(from), Fixed.Round(Meeting.Facets.Whole(to))));

    public Minutes Close(bool consented)
    {
        Point? livable = null;
        if (!consented && Meeting.Limit is not null && _ranges.Length > 0
            && CommonGround.Nearest(Text, Ranges(limited: false), Meeting.Bounds)
                is { End: SearchEnd.Found } nearest)
            livable = Meeting.Facets.Whole(Fixed.Round(nearest.Point));

        return Notes.Into(new Minutes(
            consented, consented ? Meeting.Facets.Whole(Text) : Meeting.Text, TermShare, Rung, 0, 0, 0, [],
            ImmutableCollectionsMarshal.AsImmutableArray(_preferences),
            ImmutableCollectionsMarshal.AsImmutableArray(_beliefs), livable)
        {
            Dimensions = Agreed,
            Tabled = Meeting.Facets.Whole(Text),
            Standing = consented ? [] : [.. Objectors.Select(member => Meeting.Present[member].Speaker)],
            Silent = Silent,
            Parts = Parts,
            PartOf = PartOf,
        });
    }
}
