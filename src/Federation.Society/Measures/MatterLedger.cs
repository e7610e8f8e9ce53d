using System.Collections.Immutable;
using Federation.Governance.Chance;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Spaces;
using Federation.Society.People;

namespace Federation.Society.Measures;

/// <summary>One matter and what all people make of how it ended, added up person by person.</summary>
/// <remarks>On the table are what held, the text brought, the text decided, and the point with the least
/// sum of distances to all people, which nobody there knows. Everything is in the matter's dimensions. What a rule
/// could have chosen from is in <see cref="Alternatives"/>.</remarks>
internal sealed class MatterLedger
{
    /// <summary>Challengers: texts drawn evenly over the whole space.</summary>
    public const int Drawn = 32;

    private const int Held = 0;
    private const int Brought = 1;
    private const int Decided = 2;
    private const int Put = 3;
    private const int Amended = 4;

    private readonly Facets _facets;
    private readonly Point[] _texts;
    private readonly Point[] _drawn;
    private readonly long[] _preferDrawn = new long[Drawn];
    private readonly long[] _preferGot = new long[Drawn];
    private readonly long[,] _prefer = new long[5, 5];
    private ImmutableArray<Point> _alternatives;
    private double[] _farFromAlternatives = [];
    private long[,] _rank = new long[0, 0];
    private double _farFromGot;
    private double _farFromMiddle;
    private double _regret;
    private long _losers;
    private long _against;
    private Point _middle;

    public MatterLedger(World world, Settlement settled, ImmutableArray<int> dimensions)
    {
        var proposal = settled.Taken.Proposal;
        (Id, Owner, IsAdopted) = (proposal.Id, settled.Taken.Owner, settled.Taken.Adopted);
        _facets = new Facets(dimensions, world.StatusQuo);
        var decided = settled.Spread?.Text ?? (IsAdopted ? settled.Taken.Text : world.StatusQuo);
        var (put, amended) = settled.Drafts is [var first, var second]
            ? (first, second) : (proposal.Text, proposal.Text);
        _texts =
        [
            _facets.Of(world.StatusQuo), _facets.Of(proposal.Text), _facets.Of(decided), _facets.Of(put),
            _facets.Of(amended),
        ];
        _middle = _texts[Decided];
        _drawn = [.. Enumerable.Range(0, Drawn).Select(i => Anywhere(world.Dice, i))];
        Diameter = Math.Sqrt(dimensions.Length);
        Alternatives = new Alternatives(world, proposal, _facets.Of);
    }

    /// <summary>Who writes them is drawn before anybody is asked.</summary>
    public Alternatives Alternatives { get; }

    public int Id { get; }
    public CircleId Owner { get; }
    public bool IsAdopted { get; }
    public long People { get; private set; }

    /// <summary>The largest distance there is: utility falls from 1 to 0 over it.</summary>
    public double Diameter { get; }

    public Point Of(Point whole) => _facets.Of(whole);

    /// <param name="stands">Of all people, or of every so many of them where there are very many.</param>
    public void Know(ReadOnlySpan<Point> stands)
    {
        if (!stands.IsEmpty) _middle = GeometricMedian.Of(stands);
        _alternatives = Alternatives.All;
        _farFromAlternatives = new double[_alternatives.Length];
        _rank = new long[_alternatives.Length, _alternatives.Length];
    }

    /// <summary>One person, as first drawn and as they are now, and what holds where they live.</summary>
    /// <returns>How far that is from where they stood, and whether they lost: they would have been better off
    /// had the matter gone the other way.</returns>
    public (double Far, bool Lost) Take(Point stand, Point now, Point got)
    {
        var far = got.DistanceTo(stand);
        var from = new double[_texts.Length];
        for (var i = 0; i < from.Length; i++) from[i] = _texts[i].DistanceTo(stand);
        for (var a = 0; a < from.Length; a++)
            for (var b = 0; b < from.Length; b++)
                if (Nearer(from[a], from[b])) _prefer[a, b]++;
        for (var i = 0; i < Drawn; i++)
        {
            var away = _drawn[i].DistanceTo(stand);
            if (Nearer(away, far)) _preferDrawn[i]++;
            else if (Nearer(far, away)) _preferGot[i]++;
        }

        Rank(stand);
        var toMiddle = _middle.DistanceTo(stand);
        People++;
        _farFromGot += far;
        _farFromMiddle += toMiddle;
        var best = Math.Min(toMiddle, Math.Min(from[Held], Math.Min(from[Brought], from[Decided])));
        _regret = Math.Max(_regret, (far - best) / Diameter);
        if (Nearer(from[Held], far)) _losers++;
        if (Nearer(_texts[Held].DistanceTo(now), got.DistanceTo(now))) _against++;
        return (far, IsAdopted ? Nearer(from[Held], far) : Nearer(from[Brought], far));
    }

    public double MeanUtility => Utility(_farFromGot);

    /// <summary>From an alternative at random to the best of them, that which what was decided is nearest to.</summary>
    public double Efficiency => Welfare.Efficiency(
        Utility(_farFromAlternatives[Chosen]), Utility(_farFromAlternatives.Average()),
        Utility(_farFromAlternatives.Min()));

    public double Distortion => Welfare.Distortion(_farFromGot, _farFromMiddle);
    public double Price => Welfare.Price(Utility(_farFromMiddle), MeanUtility);
    public double DistanceToMedian => _texts[Decided].DistanceTo(_middle);
    public double Regret => Math.Max(0, _regret);
    public double Losers => Share(_losers);
    public double VotedDown => Share(_against);

    /// <summary>Share of the texts drawn that more people prefer to what they got than the other way round.</summary>
    public double BeatenBy => (double)Enumerable.Range(0, Drawn).Count(i => _preferDrawn[i] > _preferGot[i]) / Drawn;

    /// <summary>1 where something was adopted though most prefer what held, or nothing though most prefer the text
    /// put: as put or as amended, whichever of the two most prefer.</summary>
    public double DiffersFromMajority
    {
        get
        {
            if (People == 0) return double.NaN;
            if (_texts[Decided] != _texts[Held]) return Wins(Decided, Held) ? 0 : 1;
            return Wins(Wins(Amended, Put) ? Amended : Put, Held) ? 1 : 0;
        }
    }

    /// <summary>1 where what was decided is nearest to the alternative that beats all others two by two, 0 where it
    /// is nearer to another; not a number where none beats all.</summary>
    public double CondorcetEfficiency
    {
        get
        {
            var winner = People == 0 ? -1 : Welfare.CondorcetWinner(_rank);
            return winner < 0 ? double.NaN : winner == Chosen ? 1 : 0;
        }
    }

    private int Chosen => Measures.Alternatives.Nearest(_alternatives, _texts[Decided]);

    private void Rank(Point stand)
    {
        Span<double> from = stackalloc double[_alternatives.Length];
        for (var i = 0; i < from.Length; i++) _farFromAlternatives[i] += from[i] = _alternatives[i].DistanceTo(stand);
        for (var a = 0; a < from.Length; a++)
            for (var b = 0; b < from.Length; b++)
                if (Nearer(from[a], from[b])) _rank[a, b]++;
    }

    private bool Wins(int text, int over) => _prefer[text, over] > _prefer[over, text];

    private double Utility(double far) => People == 0 ? double.NaN : 1 - (far / People / Diameter);

    private double Share(long people) => People == 0 ? double.NaN : (double)people / People;

    private static bool Nearer(double near, double far) => near < far - Tolerance.Epsilon;

    private Point Anywhere(Dice dice, int number)
    {
        Span<double> coordinates = stackalloc double[_facets.Dimensions.Length];
        for (var k = 0; k < coordinates.Length; k++)
            coordinates[k] = dice.Uniform(0, (ulong)Id, 0, (uint)number, Purpose.Challenger, (uint)k);
        return new Point(coordinates);
    }
}
