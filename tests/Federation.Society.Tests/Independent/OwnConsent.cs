namespace Federation.Society.Tests.Independent;

/// <summary>One person as the model has them: where they stand in one meeting, as plain numbers.</summary>
public sealed record Someone(double[] Preference, double[] Belief, double Tolerance, double Conviction, double Skill);

/// <summary>The rules of one meeting.</summary>
public sealed record House(
    double CommonValue, double Shaping, int Tuners, int Rounds, int Amendments, double[] Terms, double Gamma,
    double MeasureWidens, bool OneAtATime, bool Boxes);

/// <summary>What came out of it.</summary>
public sealed record Verdict(bool Consented, double[] Text, double Term, int Objections);

/// <summary>The core of deciding by consent, written a second time from the specification alone.</summary>
/// <remarks>
/// Sections 1.3 to 1.7: talk, shaping, stands, ranges of tolerance, consent rounds, and three ways to
/// integrate. Shares no code with Governance; coordinates are arrays, and the nearest point of common ground
/// is found by Dykstra's method alone. Null where that method stays undecided.
/// </remarks>
public sealed class OwnConsent
{
    private const double Fits = 1e-9;

    /// <summary>Nobody's arguments weigh nothing.</summary>
    private const double LeastVoice = .1;

    private readonly Someone[] _people;
    private readonly House _house;
    private readonly double[][] _preferences;
    private readonly double[][] _beliefs;
    private readonly bool[] _objected;
    private readonly Func<double[], double[]>[] _frame;
    private double[][] _stands = [];
    private double[] _text;
    private double _term = 1;
    private bool _measured;

    private OwnConsent(IReadOnlyCollection<Someone> people, double[] text, House house, (double[] Text, double Latitude)? limit)
    {
        (_people, _house, _text) = ([.. people], house, text);
        (_preferences, _beliefs) = ([.. people.Select(one => one.Preference)], [.. people.Select(one => one.Belief)]);
        _objected = new bool[_people.Length];
        Func<double[], double[]> unit = point => [.. point.Select(x => Math.Clamp(x, 0, 1))];
        _frame = limit is { } above ? [unit, point => Into(point, above.Text, above.Latitude)] : [unit];
    }

    public static Verdict? Hold(
        IReadOnlyCollection<Someone> people, double[] text, House house, (double[] Text, double Latitude)? limit = null) =>
        new OwnConsent(people, text, house, limit).Hold();

    private Verdict? Hold()
    {
        if (_house.Rounds > 0) Talk();
        Shape();
        for (var round = 1; round < _house.Rounds; round++) Talk();
        Stand();
        var (integrated, objections) = (0, 0);
        while (true)
        {
            int[] objectors = [.. Enumerable.Range(0, _people.Length).Where(one => Excess(_text, one) > Fits)];
            objections += objectors.Length;
            if (objectors.Length == 0) return new Verdict(true, _text, _term, objections);
            foreach (var one in objectors) _objected[one] = true;
            if (integrated < _house.Amendments)
            {
                if (Nearest(_text) is not { } ground) return null;
                if (ground.Length > 0)
                {
                    Amend(ground, objectors);
                    integrated++;
                    continue;
                }
            }

            if (Shorten() is not { } shortened) return null;
            if (!shortened && !Measure()) return new Verdict(false, _text, _term, objections);
            integrated++;
        }
    }

    /// <summary>1.7: arguments move beliefs towards what was revealed, preferences towards each other.</summary>
    private void Talk()
    {
        if (_people.Length < 2) return;
        var revealed = Mean(_beliefs, [.. _people.Select(one => one.Skill + LeastVoice)]);
        var common = Mean(_preferences, [.. _people.Select(_ => 1.0)]);
        for (var i = 0; i < _people.Length; i++)
        {
            var open = 1 - _people[i].Conviction;
            _beliefs[i] = Mixed(_beliefs[i], revealed, open);
            _preferences[i] = Mixed(_people[i].Preference, common, open);
        }
    }

    /// <summary>1.6a: the text as brought, towards what the most skilled believe.</summary>
    private void Shape()
    {
        var tuners = Enumerable.Range(0, _people.Length).OrderByDescending(i => _people[i].Skill).Take(_house.Tuners).ToArray();
        var believed = Mean([.. tuners.Select(i => _beliefs[i])], [.. tuners.Select(_ => 1.0)]);
        if (_house.Shaping > 0) _text = Framed(Mixed(_text, believed, _house.Shaping));
    }

    private void Stand() =>
        _stands = [.. _people.Select((_, i) => Mixed(_preferences[i], _beliefs[i], _house.CommonValue))];

    private void Amend(double[] nearest, int[] objectors)
    {
        if (!_house.OneAtATime)
        {
            _text = nearest;
            return;
        }

        var strongest = objectors.MaxBy(one => Excess(_text, one));
        _text = Framed(Into(_text, _stands[strongest], Radius(strongest)));
        Talk();
        Stand();
    }

    /// <summary>The longest shorter term with common ground; null where that stays undecided.</summary>
    private bool? Shorten()
    {
        var before = _term;
        foreach (var share in _house.Terms.Where(share => share < before))
        {
            _term = share;
            if (Nearest(_text) is not { } ground) return null;
            if (ground.Length == 0) continue;
            _text = ground;
            return true;
        }

        _term = before;
        return false;
    }

    private bool Measure()
    {
        if (_measured || _house.MeasureWidens <= 0) return false;
        _measured = true;
        _measured = Enumerable.Range(0, _people.Length).All(one => Excess(_text, one) <= Fits)
            && _frame.All(set => Apart(set(_text), _text) <= Fits);
        return _measured;
    }

    private double Radius(int one) => _people[one].Tolerance * (1 + (_house.Gamma * (1 - _term)))
        * (_measured && _objected[one] ? 1 + _house.MeasureWidens : 1);

    private double Excess(double[] point, int one) => Distance(point, _stands[one]) - Radius(one);

    /// <summary>The nearest point all can live with; empty if there is none; null where Dykstra cannot tell.</summary>
    private double[]? Nearest(double[] from)
    {
        Func<double[], double[]>[] sets =
            [.. Enumerable.Range(0, _people.Length).Select(one => (Func<double[], double[]>)(p => Into(p, _stands[one], Radius(one)))), .. _frame];
        var point = Dykstra(from, sets, 4000);
        var off = sets.Max(set => Apart(set(point), point));
        if (off > 1e-4) return [];
        return off <= 1e-8 && Apart(point, Dykstra(from, sets, 2000)) < 1e-8 ? point : null;
    }

    private double[] Framed(double[] point) =>
        Array.TrueForAll(_frame, set => Apart(set(point), point) <= Fits) ? point : Dykstra(point, _frame, 2000);

    private static double[] Dykstra(double[] from, Func<double[], double[]>[] sets, int sweeps)
    {
        var point = from;
        var corrections = sets.Select(_ => new double[from.Length]).ToArray();
        for (var sweep = 0; sweep < sweeps; sweep++)
            for (var i = 0; i < sets.Length; i++)
            {
                double[] lifted = [.. point.Zip(corrections[i], (x, c) => x + c)];
                point = sets[i](lifted);
                corrections[i] = [.. lifted.Zip(point, (l, x) => l - x)];
            }

        return point;
    }

    private double[] Into(double[] point, double[] centre, double radius)
    {
        if (_house.Boxes) return [.. point.Zip(centre, (x, c) => Math.Clamp(x, c - radius, c + radius))];
        var distance = Apart(point, centre);
        return distance <= radius ? point : Mixed(centre, point, radius / distance);
    }

    private double Distance(double[] a, double[] b) =>
        _house.Boxes ? a.Zip(b, (x, y) => Math.Abs(x - y)).Max() : Apart(a, b);

    private static double Apart(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());

    private static double[] Mixed(double[] a, double[] b, double share) => [.. a.Zip(b, (x, y) => x + (share * (y - x)))];

    private static double[] Mean(double[][] points, double[] weights) =>
        [.. Enumerable.Range(0, points[0].Length).Select(k => points.Zip(weights, (point, w) => point[k] * w).Sum() / weights.Sum())];
}
