namespace Federation.Testing.Simulating;

/// <summary>Counts occasions and says what goes wrong on each.</summary>
internal sealed class Mishaps
{
    private readonly Dictionary<(Occasion, int), Mishap> _open = [];
    private readonly Queue<Mishap> _byMoment = [];
    private readonly int[] _counts = new int[4];

    public Mishaps(MishapPlan plan)
    {
        foreach (var mishap in plan.Mishaps.OrderBy(mishap => mishap.At))
            if (mishap.Occasion is Occasion.Moment) _byMoment.Enqueue(mishap);
            else _open[(mishap.Occasion, mishap.At)] = mishap;
    }

    /// <summary>How many came about.</summary>
    public int Happened { get; private set; }

    /// <summary>One more occasion; what goes wrong on it, if anything.</summary>
    public Mishap? Next(Occasion occasion)
    {
        if (!_open.Remove((occasion, ++_counts[(int)occasion]), out var mishap)) return null;
        Happened++;
        return mishap;
    }

    public IEnumerable<Mishap> At(int moment)
    {
        while (_byMoment.TryPeek(out var next) && next.At <= moment)
        {
            Happened++;
            yield return _byMoment.Dequeue();
        }
    }

    public Extent Counted(int moments) => new(
        Math.Max(1, _counts[(int)Occasion.Request]), Math.Max(1, _counts[(int)Occasion.Answer]),
        Math.Max(1, _counts[(int)Occasion.Store]), Math.Max(1, moments));
}
