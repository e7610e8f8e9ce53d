namespace Federation.Society.Measures;

/// <summary>How well off people are, kept in bounded memory: sums, and a histogram for what needs an order.</summary>
/// <remarks>Gini's coefficient takes people of one bin for equal, which is wrong by at most a bin's width
/// over the mean.</remarks>
internal sealed class UtilityBins
{
    private const int Bins = 4096;

    private readonly long[] _people = new long[Bins];
    private readonly double[] _sums = new double[Bins];
    private double _sum;
    private double _squares;
    private double _entropy;
    private double _logarithms;
    private bool _anyHasNothing;

    public long People { get; private set; }

    /// <summary>Of the worst off; not a number without people. Rawls's measure.</summary>
    public double Least { get; private set; } = double.NaN;

    public double Mean => People == 0 ? double.NaN : _sum / People;

    /// <summary>Mean of 1 - (1 - u)^2: utility that falls with the square of the distance.</summary>
    public double MeanQuadratic => People == 0 ? double.NaN : _squares / People;

    public double Theil => People == 0 ? double.NaN : Inequality.Theil(_sum, _entropy, People);

    public double Nash => People == 0 ? double.NaN : _anyHasNothing ? 0 : Logarithm.Inverse(_logarithms / People);

    public double Gini
    {
        get
        {
            if (People == 0) return double.NaN;
            if (_sum == 0) return 0;
            var (below, weighted) = (0L, 0.0);
            for (var bin = 0; bin < Bins; bin++)
            {
                // The ranks of a bin's people have the mean below + (people + 1) / 2.
                weighted += ((2.0 * below) + _people[bin] - People) * _sums[bin];
                below += _people[bin];
            }

            return Math.Max(0, weighted / (People * _sum));
        }
    }

    /// <param name="utility">0..1.</param>
    public void Add(double utility)
    {
        var bin = Math.Clamp((int)(utility * Bins), 0, Bins - 1);
        _people[bin]++;
        _sums[bin] += utility;
        People++;
        _sum += utility;
        _squares += 1 - ((1 - utility) * (1 - utility));
        Least = People == 1 ? utility : Math.Min(Least, utility);
        if (utility > 0)
        {
            var logarithm = Logarithm.Of(utility);
            _entropy += utility * logarithm;
            _logarithms += logarithm;
        }
        else
        {
            _anyHasNothing = true;
        }
    }
}
