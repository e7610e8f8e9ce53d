using System.Collections.Immutable;

namespace Federation.Society.Adoption;

/// <summary>How an innovation looks to a circle.</summary>
public enum Stage : byte
{
    Unaware = 0,
    Ridiculous = 1,
    Dangerous = 2,

    /// <summary>Taken up; to its neighbours it is on the way to being obvious.</summary>
    Adopted = 3,
}

/// <summary>Who is whose neighbour, how immune to change each is, and what an innovation needs.</summary>
/// <param name="Neighbours">For each, the others whose example counts.</param>
/// <param name="Immunity">For each 0..1.</param>
/// <param name="Thresholds">For each the share of neighbours it waits for, gains aside.</param>
public sealed record Population(
    ImmutableArray<ImmutableArray<int>> Neighbours, ImmutableArray<double> Immunity, ImmutableArray<double> Thresholds)
{
    /// <summary>Everybody waits for phi = base + immunity (1 - base) / 2.</summary>
    public static Population Waiting(
        ImmutableArray<ImmutableArray<int>> neighbours, ImmutableArray<double> immunity, double threshold) =>
        new(neighbours, immunity, [.. immunity.Select(kappa => threshold + (kappa * (1 - threshold) / 2))]);
}

/// <summary>The laws of one innovation; see <see cref="Scenarios.AdoptionOptions"/> for their meanings.</summary>
/// <param name="HasStages">Otherwise whoever hears of it takes it up: Bass's model.</param>
public sealed record Innovation(
    double Spontaneous, double Imitation, double DangerousFrom, double ObviousFrom, int AdoptersLeast,
    double GainBonus, double OpponentsFrom, double Opposition, bool HasStages = true);

/// <summary>Everybody's stage in one week, and how it comes to the next.</summary>
/// <remarks>
/// All change at once. Chance is asked by who and when, so that a circle meets the same luck whatever the
/// others do. docs/guide/adoption.md has the rules in words.
/// </remarks>
public sealed class Adopters
{
    private readonly Population _population;
    private readonly Innovation _innovation;
    private readonly Luck _luck;
    private readonly Stage[] _stages;
    private readonly int[] _adopted;
    private readonly int[] _gained;
    private readonly bool[] _gains;

    /// <param name="luck">A number in [0, 1) for a member, a week and a question about it.</param>
    /// <param name="pilots">Who has it from the first week.</param>
    /// <param name="aware">Who knows of it.</param>
    /// <param name="gains">Who will be able to show a gain once they try it.</param>
    public Adopters(
        Population population, Innovation innovation, Luck luck,
        Func<int, bool> pilots, Func<int, bool> aware, Func<int, bool> gains)
    {
        (_population, _innovation, _luck) = (population, innovation, luck);
        var n = population.Neighbours.Length;
        (_stages, _adopted, _gained) = (new Stage[n], new int[n], new int[n]);
        _gains = [.. Enumerable.Range(0, n).Select(gains)];
        for (var one = 0; one < n; one++)
            if (pilots(one)) Take(one);
        for (var one = 0; one < n; one++)
            if (_stages[one] == Stage.Unaware && aware(one)) _stages[one] = Seen(one);
    }

    /// <summary>A question that chance answers.</summary>
    public enum Question : byte
    {
        Hears = 1,
        Opposes = 2,
        WhoGivesUp = 3,
    }

    public delegate double Luck(int member, int week, Question question);

    public int Week { get; private set; }

    public int Adopted { get; private set; }

    /// <summary>How often somebody gave it up again.</summary>
    public int GivenUp { get; private set; }

    public ReadOnlySpan<Stage> Stages => _stages;

    /// <summary>One week later.</summary>
    /// <returns>Whether anybody's stage changed.</returns>
    public bool Step()
    {
        Week++;
        var (before, share) = ((Stage[])_stages.Clone(), (double)Adopted / _stages.Length);
        var next = (Stage[])before.Clone();
        for (var one = 0; one < before.Length; one++) next[one] = Next(one, before[one], share);
        for (var one = 0; one < before.Length && _innovation.Opposition > 0; one++)
            if (before[one] == Stage.Dangerous && Opposed(one, before) is { } other) next[other] = Stage.Ridiculous;
        for (var one = 0; one < before.Length; one++) Change(one, before[one], next[one]);
        for (var one = 0; one < before.Length; one++)
            if (_stages[one] is Stage.Ridiculous or Stage.Dangerous) _stages[one] = Seen(one);
        return !before.AsSpan().SequenceEqual(_stages);
    }

    /// <summary>Whether chance may still change anybody's stage, however long nothing has happened: somebody may yet
    /// hear of it, or be made to give it up.</summary>
    public bool MayChange()
    {
        var share = (double)Adopted / _stages.Length;
        for (var one = 0; one < _stages.Length; one++)
            if ((_stages[one] == Stage.Unaware && Hazard(one, share) > 0)
                || (_stages[one] == Stage.Dangerous && _innovation.Opposition > 0 && MayOppose(one)))
                return true;
        return false;
    }

    private double Hazard(int one, double share) =>
        _innovation.Spontaneous + (_innovation.Imitation * (1 - _population.Immunity[one]) * share);

    private bool MayOppose(int one) => _population.Immunity[one] > _innovation.OpponentsFrom && _adopted[one] > 0;

    private Stage Next(int one, Stage stage, double share)
    {
        if (stage == Stage.Adopted) return stage;
        if (stage == Stage.Unaware)
        {
            var hazard = Hazard(one, share);
            if (hazard <= 0 || _luck(one, Week, Question.Hears) >= hazard) return stage;
            return _innovation.HasStages ? Stage.Ridiculous : Stage.Adopted;
        }

        return IsObvious(one) ? Stage.Adopted : stage;
    }

    private bool IsObvious(int one)
    {
        var (adopted, neighbours) = (_adopted[one], _population.Neighbours[one].Length);
        var waited = _population.Thresholds[one] - (_gained[one] > 0 ? _innovation.GainBonus : 0);
        return adopted >= _innovation.AdoptersLeast
            && adopted >= (_innovation.ObviousFrom * neighbours) - Slack
            && adopted >= (waited * neighbours) - Slack;
    }

    /// <summary>Shares are compared as counts; 3 of 10 must reach a threshold of .3.</summary>
    private const double Slack = 1e-9;

    /// <summary>The neighbour who gives it up because of an opponent; null if nobody does.</summary>
    private int? Opposed(int one, Stage[] stages)
    {
        var immunity = _population.Immunity[one];
        if (!MayOppose(one)) return null;
        if (_luck(one, Week, Question.Opposes) >= _innovation.Opposition * immunity) return null;
        var chosen = (int)(_luck(one, Week, Question.WhoGivesUp) * _adopted[one]);
        foreach (var other in _population.Neighbours[one])
            if (stages[other] == Stage.Adopted && chosen-- == 0) return other;
        return null;
    }

    private void Change(int one, Stage from, Stage to)
    {
        if (from == to) return;
        if (to == Stage.Adopted) Take(one);
        else
        {
            _stages[one] = to;
            if (from != Stage.Adopted) return;
            GivenUp++;
            Count(one, -1);
        }
    }

    private void Take(int one)
    {
        _stages[one] = Stage.Adopted;
        Count(one, 1);
    }

    private void Count(int one, int by)
    {
        Adopted += by;
        foreach (var other in _population.Neighbours[one])
        {
            _adopted[other] += by;
            if (_gains[one]) _gained[other] += by;
        }
    }

    private Stage Seen(int one) =>
        _adopted[one] < (_innovation.DangerousFrom * _population.Neighbours[one].Length) - Slack
            ? Stage.Ridiculous : Stage.Dangerous;
}
