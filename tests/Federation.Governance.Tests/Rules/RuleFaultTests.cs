using Federation.Governance.Counting;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Rules;
using Federation.Testing;
using Federation.Testing.Simulating;

namespace Federation.Governance.Tests.Rules;

/// <summary>Questions asked in several rounds survive whatever is lost between them.</summary>
public sealed class RuleFaultTests
{
    public static TheoryData<Method, Electorate, bool> Rules => new()
    {
        { Method.Median, Electorate.All, false },
        { Method.Setter, Electorate.All, false },
        { Method.Majority, Electorate.All, true },
        { Method.Counting, Electorate.Chamber, false },
        { Method.Counting, Electorate.Liquid, false },
        { Method.Median, Electorate.Panel, false },
        { Method.Bargaining, Electorate.All, false },
        { Method.Decree, Electorate.All, false },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Whatever_fails_the_seals_are_those_of_the_undisturbed_run(Method method, Electorate electorate, bool nested)
    {
        var rule = new RulePractice
        {
            Method = method, Electorate = electorate, Nested = nested, Counting = new Borda(), Group = 3, Panel = 5,
        };
        var federation = TestFederation.Tree([2, 2], 3, new Practice { Rule = rule, Shaping = .2 }, 2);
        Raising[] agenda =
        [
            new(TestFederation.Proposal(1, "r/c1/c1", new(.8, .15)), 1),
            new(TestFederation.Proposal(2, "r/c2/c1", new(.15, .3), "r/c2"), 1),
        ];

        Assert.NotEmpty(Campaign.Undergone(federation.Of, () => federation.Register(agenda), seeds: 40).Settled);
    }
}
