using System.Collections.Concurrent;
using Federation.Governance.Circles;

namespace Federation.Society.Places;

/// <summary>Where the story of a decision is cut into pages a person can read.</summary>
/// <remarks>
/// <para>The load of a circle is 1 and the loads of its children that begin no page of their own; a
/// circle with a load of 32 or more begins one. The circle where a decision starts always does. So
/// 40 circles are one page, and a million make about 15 thousand.</para>
/// <para>Computed from the plan alone, so every silo cuts alike. To know whether a circle begins a
/// page, all below it must be looked at once, as far as the plan does not know them to be alike
/// (<see cref="FederationPlan.Alike"/>): a tree's levels, a city's ranges. That is one look per
/// level for a regular tree and at most 40,000 table look-ups for a planet of a million circles;
/// each result is kept. Any number of threads may ask.</para>
/// </remarks>
public sealed class TracePages(FederationPlan plan)
{
    /// <summary>The least load that makes a page.</summary>
    public const int LoadLeast = 32;

    private readonly ConcurrentDictionary<int, Sum> _alike = new();
    private readonly ConcurrentDictionary<CircleId, Sum> _single = new();

    /// <summary>Whether a decision that comes from above begins a new page here.</summary>
    public bool BeginsAt(CircleId circle) => Below(circle).Load >= LoadLeast;

    /// <summary>How many circles of a page lie here and below.</summary>
    public int Load(CircleId circle) => Below(circle).Load;

    /// <summary>Pages of a decision that starts here, its first one included.</summary>
    public long CountFrom(CircleId owner) => 1 + Below(owner).Pages;

    private Sum Below(CircleId id)
    {
        var alike = plan.Alike(id);
        if (alike != 0)
            return _alike.TryGetValue(alike, out var known) ? known : _alike[alike] = Add(plan.Find(id));
        if (_single.TryGetValue(id, out var sum)) return sum;
        var circle = plan.Find(id);
        return circle.IsLeaf ? new Sum(1, 0) : _single[id] = Add(circle);
    }

    private Sum Add(PlannedCircle circle)
    {
        var (load, pages) = (1, 0L);
        foreach (var child in circle.Children)
        {
            var below = Below(child);
            pages += below.Pages;
            if (below.Load >= LoadLeast) pages++;
            else load += below.Load;
        }

        return new Sum(load, pages);
    }

    /// <param name="Pages">Circles below that begin a page.</param>
    private readonly record struct Sum(int Load, long Pages);
}
