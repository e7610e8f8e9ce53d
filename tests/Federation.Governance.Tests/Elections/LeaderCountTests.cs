using System.Collections.Immutable;
using Federation.Governance.Decisions;
using Federation.Governance.Elections;
using Federation.Governance.Federating;
using Federation.Governance.Members;
using Federation.Testing;

namespace Federation.Governance.Tests.Elections;

public class LeaderCountTests
{
    /// <summary>The parent's members elect whom they name leader by the same count as every other role, and that is
    /// not whom their reasons add up for.</summary>
    [Theory]
    [InlineData(SelectionVariant.Plurality)]
    [InlineData(SelectionVariant.Irv)]
    [InlineData(SelectionVariant.Condorcet)]
    public void The_first_name_is_who_is_elected(SelectionVariant variant)
    {
        var otherwise = 0;
        for (var seed = 1ul; seed <= 60; seed++)
        {
            var practice = new Practice { Selection = new SelectionPractice { Variant = variant } };
            var here = TestFederation.Tree([2], 7, practice, seed).Leaves.First();
            ImmutableArray<Snapshot> members = [.. Enumerable.Range(0, here.Residents).Select(here.Resident)];
            ImmutableArray<PersonId> people = [.. members.Select(member => member.Person)];
            var elected = Selection.Choose(Electing.Gather(members, people, Role.Leader, here), variant);

            var named = LeaderNaming.BestFirst(people, members, here);

            Assert.Equal(elected.Person, named[0]);
            Assert.Equal(people.Order(), named.Order());
            var summed = people.MaxBy(person => members.Sum(member => here.Perceived(member.Person, person, Role.Leader)));
            if (summed != named[0]) otherwise++;
        }

        // Instant runoff agrees with the sum of reasons in every electorate as small as these.
        Assert.True(variant == SelectionVariant.Irv || otherwise > 0, $"{otherwise}");
    }
}
