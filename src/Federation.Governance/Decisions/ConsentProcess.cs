using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>A meeting on one matter: forming the picture, shaping, talk, consent rounds, integration.</summary>
/// <remarks>
/// Source of the steps: Sociocracy For All's consent decision-making and the three ways to integrate
/// an objection (amend, shorten the term, measure the concern). Feasibility is decided before
/// integration, so nothing iterates on an empty common ground. Solver sweeps are never rounds.
/// </remarks>
public static class ConsentProcess
{
    /// <exception cref="ArgumentException">Nobody is present.</exception>
    public static Minutes Hold(Meeting meeting, Practice practice)
    {
        if (meeting.Present.IsEmpty) throw new ArgumentException("Nobody is present.", nameof(meeting));
        var table = new Table(meeting, practice);
        table.FormPicture();
        table.Present();
        return table.SeekConsent();
    }

    /// <summary>What lies on the table while one meeting lasts; never outlives <see cref="Hold"/>.</summary>
    private sealed class Table
    {
        private readonly Meeting _meeting;
        private readonly Practice _practice;
        private readonly Point[] _first;
        private readonly Point[] _preferences;
        private readonly Point[] _beliefs;
        private readonly double[] _openness;
        private readonly double[] _skill;
        private readonly bool[] _objected;
        private readonly ImmutableArray<Entry>.Builder _steps = ImmutableArray.CreateBuilder<Entry>();
        private Acceptance[] _ranges = [];
        private Point _text;
        private double _widening;
        private double _termShare;
        private ImmutableArray<int> _agreed;
        private bool _measured;
        private Rung _rung;
        private int _rounds;
        private int _consentRounds;
        private int _objections;
        private int _integrated;

        public Table(Meeting meeting, Practice practice)
        {
            (_meeting, _practice) = (meeting, practice);
            (_termShare, _widening) = (meeting.TermShare, practice.Widening(meeting.TermShare));
            var count = meeting.Present.Length;
            (_first, _preferences, _beliefs) = (new Point[count], new Point[count], new Point[count]);
            (_openness, _skill, _objected) = (new double[count], new double[count], new bool[count]);
            for (var i = 0; i < count; i++)
            {
                ref readonly var voice = ref meeting.Present.ItemRef(i);
                _first[i] = _preferences[i] = voice.Snapshot.Preference;
                _beliefs[i] = voice.Belief;
                _openness[i] = 1 - voice.Snapshot.Conviction;
                _skill[i] = voice.Snapshot.Skill + LeastWeight;
            }

            _text = meeting.Facets.Of(meeting.Text);
            _agreed = meeting.Facets.Dimensions;
        }

        // Nobody's arguments weigh nothing; a skill of 0 would also leave a lone speaker unheard.
        private const double LeastWeight = 0.1;

        public void FormPicture()
        {
            if (_practice.TalkRounds > 0) TalkOnce();
            Shape();
            for (var round = 1; round < _practice.TalkRounds; round++) TalkOnce();
        }

        public void Present() => _ranges = Ranges();

        public Minutes SeekConsent()
        {
            var amendments = 0;
            while (true)
            {
                HearEveryone();
                if (Objectors() is not { Length: > 0 } objectors) return Close(consented: true);
                RecordObjections(objectors);
                if (RuledInvalid(objectors)) return Close(consented: true);
                if (!Integrate(objectors, ref amendments)) return TakeLadder();
            }
        }

        private void HearEveryone()
        {
            _rounds++;
            _consentRounds++;
        }

        private void TalkOnce()
        {
            _rounds++;
            Talk.Round(_preferences, _first, _beliefs, _openness, _skill, _practice.Confidence);
        }

        /// <summary>The tuners, who read best what the circle needs, write the text towards their belief.</summary>
        private void Shape()
        {
            if (!_meeting.Shapes || _practice.Shaping <= 0) return;
            var synthesis = Tuners.Synthesis(_beliefs, _skill, _practice.Tuners, _meeting.Facets);
            var shaped = Within((_text * (1 - _practice.Shaping)) + (synthesis * _practice.Shaping));
            if (shaped == _text) return;
            Note(EntryKind.Shaped, Members.Speaker.Circle, Argument.None, _text, shaped);
            _text = shaped;
        }

        /// <summary>The nearest point inside both the domain's bounds and the limit from above.</summary>
        private Point Within(Point text)
        {
            if (_meeting.Limit is not { } limit)
                return Fixed.Round(_meeting.Bounds.Project(text));
            var nearest = CommonGround.Nearest(text, [limit], _meeting.Bounds);
            return nearest.Meeting is Spaces.Meeting.Found ? Fixed.Round(nearest.Point) : _text;
        }

        private Acceptance[] Ranges()
        {
            var ranges = new Acceptance[_first.Length];
            for (var i = 0; i < ranges.Length; i++)
            {
                ref readonly var voice = ref _meeting.Present.ItemRef(i);
                var stand = _practice.StandOf(voice, _preferences[i], _beliefs[i]);
                ranges[i] = new Acceptance(
                    Fixed.Round(_meeting.Facets.Of(stand)), voice.Snapshot.Tolerance, _practice.BoxRanges);
            }

            Statements.Make(_meeting, ranges, _text, _widening);
            return ranges;
        }

        private Acceptance Widened(int member)
        {
            var range = _ranges[member];
            var factor = _widening * (_measured && _objected[member] ? 1 + _practice.MeasureWidens : 1);
            return range with { Radius = range.Radius * factor };
        }

        private Acceptance[] AllRanges(bool limited)
        {
            var all = new List<Acceptance>(_ranges.Length + 1);
            for (var i = 0; i < _ranges.Length; i++)
                if (!Blocks(i)) all.Add(Widened(i));
            if (limited && _meeting.Limit is { } limit) all.Add(limit with { IsBox = _practice.BoxRanges });
            return [.. all];
        }

        private NearestPoint Nearest() =>
            CommonGround.Nearest(_text, AllRanges(limited: true), _meeting.Bounds);

        private int[] Objectors()
        {
            List<int>? objectors = null;
            for (var i = 0; i < _ranges.Length; i++)
                if (Blocks(i) || !Widened(i).Contains(_text)) (objectors ??= []).Add(i);
            return objectors is null ? [] : [.. objectors];
        }

        private bool Blocks(int member) => _meeting.Present[member].Withholds;

        /// <summary>A facilitator's ruling; what the objectors could live with stays on record.</summary>
        private bool RuledInvalid(int[] objectors)
        {
            if (!_meeting.RulesInvalid || !Rulings.Hold(_practice.Gate)) return false;
            foreach (var member in objectors)
                Note(EntryKind.ObjectionRuledInvalid, _meeting.Present[member].Speaker, Argument.None, _text, _text);
            return true;
        }

        private void RecordObjections(int[] objectors)
        {
            foreach (var member in objectors)
            {
                var livable = Blocks(member) ? _text : Widened(member).Project(_text);
                var about = Argument.Between(_text, livable);
                var argument = Blocks(member)
                    ? Argument.None
                    : about with { Dimension = _meeting.Facets.Dimensions[about.Dimension] };
                Note(EntryKind.ObjectionRaised, _meeting.Present[member].Speaker, argument, _text, livable);
                _objections++;
                _objected[member] = true;
            }
        }

        private bool Integrate(int[] objectors, ref int amendments)
        {
            if (_meeting.AsItStands) return false;
            if (Array.TrueForAll(objectors, Blocks)) return false; // Nobody says what would help.
            foreach (var form in _practice.Forms)
            {
                var done = form switch
                {
                    Form.Amend => amendments < _practice.AmendmentsMax && Amend(objectors),
                    Form.Shorten => Shorten(),
                    Form.Measure => Measure(),
                    _ => throw new UnreachableException(form.ToString()),
                };
                if (!done) continue;
                amendments++;
                _integrated += form == Form.Amend && _practice.Integration == Integration.One ? 1 : objectors.Length;
                return true;
            }

            return false;
        }

        private bool Amend(int[] objectors)
        {
            if (_practice.Integration == Integration.One)
            {
                if (CommonGround.Deficit(AllRanges(limited: true)) > Tolerance.Epsilon) return false;
                MoveTo(EntryKind.Integrated, Speaker(objectors), Within(StrongestAnswered(objectors)));
                TalkOnce();
                Present();
                return true;
            }

            var nearest = Nearest();
            if (nearest.Meeting is not Spaces.Meeting.Found) return false;
            MoveTo(EntryKind.Integrated, Speaker(objectors), Fixed.Round(nearest.Point));
            return true;
        }

        private int Strongest(int[] objectors) =>
            objectors.MaxBy(member => Blocks(member) ? -1 : Widened(member).Excess(_text));

        private Members.Speaker Speaker(int[] objectors) =>
            _meeting.Present[Strongest(objectors)].Speaker;

        private Point StrongestAnswered(int[] objectors) =>
            Widened(Strongest(objectors)).Project(_text);

        private bool Shorten()
        {
            foreach (var share in _practice.Terms)
            {
                if (share >= _termShare) continue;
                var before = (_widening, _termShare);
                (_widening, _termShare) = (_practice.Widening(share), share);
                var nearest = Nearest();
                if (nearest.Meeting is Spaces.Meeting.Found)
                {
                    _rung = Rung.ShorterTerm;
                    MoveTo(EntryKind.TermShortened, Members.Speaker.Circle, Fixed.Round(nearest.Point));
                    return true;
                }

                (_widening, _termShare) = before;
            }

            return false;
        }

        private bool Measure()
        {
            if (_measured || _practice.MeasureWidens <= 0) return false;
            _measured = true;
            var nearest = Nearest();
            _measured = nearest.Meeting is Spaces.Meeting.Found;
            if (!_measured) return false;
            _rung = Rung.Measured;
            MoveTo(EntryKind.ConcernMeasured, Members.Speaker.Circle, Fixed.Round(nearest.Point));
            return true;
        }

        private Minutes TakeLadder()
        {
            if (_meeting is { Limit: null, AsItStands: false } && _practice.Ladder.Contains(Rung.Split)
                && !Array.Exists(Objectors(), Blocks)
                && SplitDomain.Find(_text, _meeting.Facets, AllRanges(limited: false), _meeting.Bounds)
                    is var (part, agreed))
            {
                (_rung, _agreed) = (Rung.Split, agreed);
                MoveTo(EntryKind.Split, Members.Speaker.Circle, part);
                HearEveryone();
                return Close(consented: true);
            }

            return Close(consented: false);
        }

        private void MoveTo(EntryKind kind, Members.Speaker by, Point to)
        {
            Note(kind, by, Argument.None, _text, to);
            _text = to;
        }

        private void Note(
            EntryKind kind, Members.Speaker by, Argument argument, Point from, Point to) =>
            _steps.Add(new Entry(
                kind, 0, 0, 0, 0, _consentRounds, by, argument,
                _meeting.Facets.Whole(from), Fixed.Round(_meeting.Facets.Whole(to))));

        private Minutes Close(bool consented)
        {
            Point? livable = null;
            if (!consented && _meeting.Limit is not null
                && CommonGround.Nearest(_text, AllRanges(limited: false), _meeting.Bounds)
                    is { Meeting: Spaces.Meeting.Found } nearest)
                livable = _meeting.Facets.Whole(Fixed.Round(nearest.Point));

            return new Minutes(
                consented,
                consented ? _meeting.Facets.Whole(_text) : _meeting.Text,
                _termShare,
                _rung, _rounds, _objections, _integrated, _steps.DrainToImmutable(),
                ImmutableCollectionsMarshal.AsImmutableArray(_preferences),
                ImmutableCollectionsMarshal.AsImmutableArray(_beliefs), livable)
            {
                Dimensions = _agreed,
                Standing = consented ? [] : [.. Objectors().Select(member => _meeting.Present[member].Speaker)],
            };
        }
    }
}
