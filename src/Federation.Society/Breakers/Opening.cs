using Federation.Governance.Circles;
using Federation.Society.Measures;
using Federation.Society.Scenarios;

namespace Federation.Society.Breakers;

/// <summary>Opens lines over one grid, and counts what comes of it.</summary>
public sealed class Opening
{
    private readonly Grid _grid;
    private readonly double _storageHours;
    private readonly double[] _lost;
    private readonly double _riskOfNothing;

    /// <param name="storageHours">Hours of storage kept charged.</param>
    public Opening(Grid grid, double storageHours)
    {
        (_grid, _storageHours) = (grid, storageHours);
        _lost = [.. grid.Feeders.Select(feeder =>
            feeder.HoursLost(Options, storageHours, Options.EventHours) / (feeder.Customers * Options.EventHours))];
        _riskOfNothing = grid.Feeders.Sum(feeder => Options.Ignition(feeder.Hazard));
    }

    private BreakerOptions Options => _grid.Options;

    /// <summary>Everyone decides by the limit agreed; without one, by what opening saves themselves.</summary>
    /// <param name="limit">The limit a circle carries out, by its path; the utility's is the root's text.</param>
    /// <param name="late">Share of the storm over before the lines are opened, 0..1.</param>
    public Shutoff ByLimit(Allocation allocation, double agreed, Func<CircleId, double> limit, double late = 0) =>
        Count(late, index =>
        {
            var feeder = _grid.Feeders[index];
            var own = allocation is Allocation.WithoutLimit
                ? Options.BreakEven(Options.EventHours * feeder.Customers / Math.Max(Options.OwnShare, OwnLeast))
                : allocation.IsLocal() ? limit(feeder.Circle) : agreed;
            return allocation.Urgency(feeder, _lost[index]) > own ? 1 : 0;
        });

    /// <summary>The most urgent lines are opened until the risk left is what was asked; of the last one,
    /// or the last area, a share.</summary>
    /// <param name="risk">Share of the risk of leaving every line closed, 0..1.</param>
    public Shutoff AtRisk(Allocation allocation, double risk)
    {
        var shares = UntilSpent(
            allocation, _riskOfNothing * (1 - risk), index => Options.Ignition(_grid.Feeders[index].Hazard));
        return Count(0, index => shares[index]);
    }

    /// <summary>The most urgent lines are opened until so many customer-hours are lost.</summary>
    public Shutoff AtHours(Allocation allocation, double customerHours)
    {
        var shares = UntilSpent(
            allocation, customerHours,
            index => _lost[index] * _grid.Feeders[index].Customers * Options.EventHours);
        return Count(0, index => shares[index]);
    }

    /// <summary>Lines of equal urgency are opened together.</summary>
    private double[] UntilSpent(Allocation allocation, double budget, Func<int, double> price)
    {
        var shares = new double[_grid.Feeders.Length];
        var groups = Enumerable.Range(0, shares.Length)
            .GroupBy(index => allocation.Urgency(_grid.Feeders[index], _lost[index]))
            .OrderByDescending(group => group.Key);
        foreach (var group in groups)
        {
            if (budget <= 0) break;
            var spent = group.Sum(price);
            var share = spent <= budget ? 1 : budget / spent;
            foreach (var index in group) shares[index] = share;
            budget -= spent;
        }

        return shares;
    }

    private Shutoff Count(double late, Func<int, double> shareOpened)
    {
        var hours = Options.EventHours * (1 - Math.Clamp(late, 0, 1));
        var (opened, lost, interrupted, ignitions) = (0.0, 0.0, 0.0, 0.0);
        var burdens = new List<(double Hours, double Customers)>(_grid.Feeders.Length);
        for (var index = 0; index < _grid.Feeders.Length; index++)
        {
            var (feeder, share) = (_grid.Feeders[index], shareOpened(index));
            var without = share <= 0 ? 0 : share * feeder.HoursLost(Options, _storageHours, hours);
            opened += hours > 0 ? share : 0;
            lost += without;
            interrupted += share <= 0 ? 0 : share * feeder.Interrupted(Options, _storageHours, hours);
            ignitions += Options.Ignition(feeder.Hazard) * (1 - (share * hours / Options.EventHours));
            burdens.Add((without / feeder.Customers, feeder.Customers));
        }

        return new Shutoff(
            (int)Math.Round(opened), lost, _riskOfNothing <= 0 ? 0 : ignitions / _riskOfNothing, ignitions,
            lost / _grid.Customers, interrupted / _grid.Customers, Inequality.Gini(burdens),
            Burden.WorstDecile(burdens));
    }

    // Whoever bears nothing of the damage would never open.
    private const double OwnLeast = 1e-9;
}
