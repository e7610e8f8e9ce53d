using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Society.Places;
using Federation.Society.Scenarios;

namespace Federation.Society.People;

/// <summary>What a founding leaves unclear about who decides what: told before a run, met during it.</summary>
public static class DomainFindings
{
    /// <summary>A sentence for every domain two circles claim, every one that goes beyond what the
    /// circle above has, and every dimension that is in nobody's.</summary>
    public static ImmutableArray<string> Of(Scenario scenario, FederationPlan plan)
    {
        var allotments = new Allotments(scenario, plan);
        var findings = ImmutableArray.CreateBuilder<string>();
        var named = allotments.Named;
        for (var i = 0; i < named.Length; i++)
        {
            var domain = allotments.Of(named[i]);
            for (var j = i + 1; j < named.Length; j++)
                if (domain.Rivals(allotments.Of(named[j])))
                    findings.Add($"{named[i]} and {named[j]} both claim {Shared(domain, allotments.Of(named[j]))}; "
                        + $"such a matter goes to {Above(named[i], named[j])}");
            if (named[i].Parent is not { } parent || named[i] == plan.Root) continue;
            var above = allotments.Of(parent);
            if (!domain.Inside(above).Same(domain) || !domain.Affects.IsWithin(above.Affects))
                findings.Add($"{named[i]} was given more than {parent} has to give");
        }

        var root = allotments.Of(plan.Root);
        foreach (var gap in Enumerable.Range(0, scenario.Space.Count).Except(root.Dimensions))
            findings.Add($"{Name(gap)} is in nobody's domain as a whole; such a matter goes to {plan.Root}");
        return findings.DrainToImmutable();

        string Shared(Domain one, Domain other) =>
            string.Join(" and ", one.Dimensions.Intersect(other.Dimensions).Select(Name));

        string Name(int dimension) => $"'{scenario.Space.Dimensions[dimension].Name}'";
    }

    private static CircleId Above(CircleId one, CircleId other)
    {
        while (!other.IsWithin(one)) one = one.Parent!.Value;
        return one;
    }
}
