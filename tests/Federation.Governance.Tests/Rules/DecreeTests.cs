using Federation.Governance.Members;
using Federation.Governance.Rules;
using Federation.Governance.Spaces;
using static Federation.Governance.Tests.Rules.RuledTown;

namespace Federation.Governance.Tests.Rules;

/// <summary>An informed decree under attack: some of those who report say what the attacker wants.</summary>
public sealed class DecreeTests
{
    private const int Reports = 8;

    private static readonly Point Wanted = At(.25), Target = At(1);

    [Fact]
    public void A_text_is_imposed_by_all_who_report_and_moved_by_each_by_its_part()
    {
        for (var captured = 0; captured <= Reports; captured++)
        {
            var text = Decided(captured);

            Assert.Equal(captured == Reports, text == Target);
            Assert.Equal(captured == 0, text == Wanted);
            Assert.Equal(.25 + (.75 * captured / Reports), text[0], 9);
        }
    }

    private static Point Decided(int captured) => Fixed.Round(Assembly.Decide(
        [
            .. Enumerable.Range(0, Reports).Select(one =>
            {
                var says = one < captured ? Target : Wanted;
                return new Caster((ulong)one, new PersonId(1, one), 0, says, says, says, .1, .5, 1, Conduct.Honest);
            }),
        ],
        new AtStake(
            new RulePractice { Method = Method.Decree, Reports = Reports }, 1, [0], At(0), Wanted, Wanted, default, 0)
        {
            Within = point => point,
            Lot = number => (ulong)number,
            Misread = (_, _) => At(0),
            BeliefAbout = caster => caster.Belief,
            Practice = Plain,
            StandOn = (caster, _, _) => caster.Stand,
        }).Text);
}
