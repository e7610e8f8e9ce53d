using System.Collections.Immutable;
using Federation.Governance.Elections;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Tests.Elections;

public class SelectionTests
{
    [Fact]
    public void Reasons_decide_and_not_how_often_a_name_is_given()
    {
        // Three name person 0 for lukewarm reasons, two person 1 for strong ones.
        double[][] views = [[.55, .5], [.55, .5], [.55, .5], [.1, .95], [.1, .95]];

        var selected = Choose(views, openness: .5, least: 0);

        Assert.Equal(1, selected.Person?.Index);
    }

    [Fact]
    public void Reasons_that_nobody_can_hear_leave_everybody_with_their_own_view()
    {
        double[][] views = [[.9, .8], [.2, .7]];

        Assert.Equal(1, Choose(views, openness: 0, least: 0).Person?.Index);
    }

    [Fact]
    public void What_one_member_knows_of_a_person_moves_the_others_once_it_is_said()
    {
        // Two name person 0 at .6; the third knows person 1 well, of whom the others think nothing.
        double[][] views = [[.6, .1], [.6, .1], [.5, .95]];

        Assert.Equal(0, Choose(views, openness: 0, least: 0).Person?.Index);
        Assert.Equal(1, Choose(views, openness: 1, least: 0).Person?.Index);
    }

    [Fact]
    public void Exact_ties_go_by_lot()
    {
        double[][] views = [[.6, .6], [.6, .6]];
        // Named by all is the first; a lot decides only between equals that are both named.
        double[][] crossed = [[.6, .5], [.5, .6]];

        Assert.Equal(0, Choose(views, 0, 0).Person?.Index);
        Assert.Equal(0, Choose(crossed, 0, 0, lot: index => index == 0 ? 2ul : 1ul).Person?.Index);
        Assert.Equal(1, Choose(crossed, 0, 0, lot: index => index == 0 ? 1ul : 2ul).Person?.Index);
    }

    [Fact]
    public void An_objection_brings_the_next_name()
    {
        // Person 0 has the strongest reasons but not the consent of member 2.
        double[][] views = [[1, .6], [1, .6], [.2, .7]];

        var selected = Choose(views, openness: 0, least: .3);

        Assert.Equal((1, 2, 1, true), (selected.Person?.Index, selected.Names, selected.Objections, selected.Consented));
    }

    [Fact]
    public void Where_nobody_is_acceptable_the_strongest_holds_the_role_without_consent()
    {
        double[][] views = [[.2, .1], [.25, .1]];

        var selected = Choose(views, openness: 0, least: .5);

        Assert.Equal((0, false, 4), (selected.Person?.Index, selected.Consented, selected.Objections));
    }

    [Fact]
    public void One_member_selects_itself() =>
        Assert.Equal(new Selected(new PersonId(1, 0), 1, 0, true), Choose([[.4]], 0, .3));

    [Fact]
    public void Under_scm_those_who_name_a_person_add_their_weight()
    {
        // Three good reasons together outweigh one that everybody finds stronger.
        double[][] views = [[.6, .55], [.6, .55], [.6, .55], [0, 1]];

        Assert.Equal(1, Choose(views, 0, 0).Person?.Index);
        Assert.Equal(0, Choose(views, 0, 0, variant: SelectionVariant.Scm).Person?.Index);
    }

    [Fact]
    public void Under_s3_whoever_knows_nobody_fit_passes()
    {
        // The second member's best name is one they would not consent to: named, it brings that name into play.
        double[][] views = [[.5, .4, .3], [.1, .1, .25], [.1, .2, .3]];

        Assert.Equal(2, Nominated(Choose(views, 0, .3, tells: true)).Count);
        Assert.Equal([0, 2], Nominated(Choose(views, 0, .3, variant: SelectionVariant.S3, tells: true)).Select(step => step.Person.Index));
        Assert.Equal(1, Nominated(Choose(views, 0, .3, variant: SelectionVariant.S3, tells: true)).Single(step => step.Person.Index == 2).Count);
    }

    [Fact]
    public void Under_s3_the_nominee_speaks_first_and_elsewhere_last()
    {
        double[][] views = [[.9, .5], [.2, .5]];

        var last = Choose(views, 0, .3, willing: index => index != 0);
        var first = Choose(views, 0, .3, variant: SelectionVariant.S3, willing: index => index != 0);

        Assert.Equal((1, 1, 0), (last.Person?.Index, last.Objections, last.Steps.Count(step => step.Kind == EntryKind.Refused)));
        Assert.Equal((1, 0, 1), (first.Person?.Index, first.Objections, first.Steps.Count(step => step.Kind == EntryKind.Refused)));
    }

    [Fact]
    public void Under_holacracy_most_nominations_are_proposed_first()
    {
        double[][] views = [[.55, .5], [.55, .5], [.55, .5], [.1, .95], [.1, .95]];

        Assert.Equal(1, Choose(views, .5, 0).Person?.Index);
        Assert.Equal(0, Choose(views, 0, 0, variant: SelectionVariant.Holacracy).Person?.Index);
    }

    [Fact]
    public void A_tie_goes_to_the_sole_self_nominator_then_the_incumbent_then_the_lot()
    {
        // Members 0 and 1 name persons 0 and 1; first crosswise, then one of them themselves.
        double[][] crossed = [[.4, .6], [.6, .4]];
        double[][] oneself = [[.6, .4, 0], [.6, .4, 0], [.4, .6, 0], [.4, .6, 0]];

        Tied(crossed, null, 1, TieBreak.Lot);
        Tied(crossed, 0, 0, TieBreak.Incumbent);
        Tied(oneself, 1, 0, TieBreak.SelfNominator);

        static void Tied(double[][] views, int? incumbent, int chosen, TieBreak by)
        {
            var selected = Choose(views, 0, 0, variant: SelectionVariant.Holacracy, incumbent: incumbent);
            Assert.Equal(chosen, selected.Person?.Index);
            Assert.Equal((EntryKind.TieSettled, (int)by), selected.Steps.Select(step => (step.Kind, step.Count)).Single());
        }
    }

    [Fact]
    public void A_plurality_asks_nobody_whether_they_object_and_hears_no_reason()
    {
        double[][] views = [[.55, .5], [.55, .5], [.55, .5], [.1, .95], [.1, .95]];

        var selected = Choose(views, 1, .3, variant: SelectionVariant.Plurality);

        Assert.Equal((0, 0, true), (selected.Person?.Index, selected.Objections, selected.Consented));
    }

    [Fact]
    public void A_lot_looks_at_nobody() =>
        Assert.Equal(1, Choose([[1, 0], [1, 0]], 0, .5, variant: SelectionVariant.Lot).Person?.Index);

    [Fact]
    public void Whoever_declines_is_not_chosen_and_when_all_decline_nobody_is()
    {
        double[][] views = [[.9, .6], [.9, .6]];

        var other = Choose(views, 0, .3, willing: index => index == 1);
        var nobody = Choose(views, 0, .3, willing: _ => false);

        Assert.Equal((1, EntryKind.Refused), (other.Person?.Index, other.Steps.Single().Kind));
        Assert.Null(nobody.Person);
        Assert.Equal(2, nobody.Steps.Count(step => step.Kind == EntryKind.Refused));
    }

    [Fact]
    public void Without_consent_to_anybody_the_incumbent_is_extended()
    {
        double[][] views = [[.2, .1], [.25, .1]];

        var selected = Choose(views, 0, .5, incumbent: 1);

        Assert.Equal((1, false), (selected.Person?.Index, selected.Consented));
        Assert.Equal(EntryKind.IncumbentExtended, selected.Steps.Single().Kind);
    }

    [Fact]
    public void Fewer_candidates_and_another_role_change_views_as_if_they_had_been_written_so()
    {
        double[,] views = { { .5, .9, .2, .4 }, { .3, .8, .1, .6 } };
        ImmutableArray<PersonId> people = [.. Enumerable.Range(0, 4).Select(index => new PersonId(1, index))];
        var gathering = new Gathering([.. people.Take(2)], people, views, _ => 0, 0, person => (ulong)person.Index);

        var fewer = gathering.Without(person => person.Index == 1) with { Shifts = [.6, -.3, .1] };
        var fewest = fewer.Without(person => person.Index == 0);

        Assert.Equal([0, 2, 3], fewer.Candidates.Select(person => person.Index));
        Assert.Equal([1, 0, .5, .9, 0, .7], Read(fewer));
        Assert.Equal([2, 3], fewest.Candidates.Select(person => person.Index));
        Assert.Equal([0, .5, 0, .7], Read(fewest));
        Assert.Equal([.5, .9, .2, .4, .3, .8, .1, .6], Read(gathering));

        static double[] Read(Gathering of) =>
        [
            .. Enumerable.Range(0, of.Members.Length).SelectMany(member => Enumerable.Range(0, of.Candidates.Length)
                .Select(one => Math.Round(of.View(member, one), 12)))
        ];
    }

    /// <summary>The capital of Tennessee: Memphis, Nashville, Chattanooga, Knoxville as fit as they are near.</summary>
    [Theory]
    [InlineData(SelectionVariant.Plurality, 0)]
    [InlineData(SelectionVariant.Irv, 3)]
    [InlineData(SelectionVariant.Condorcet, 1)]
    public void One_electorate_elects_three_people_by_three_ways_to_count(SelectionVariant variant, int elected)
    {
        double[][] views =
        [
            .. Enumerable.Repeat<double[]>([.9, .7, .5, .3], 42), .. Enumerable.Repeat<double[]>([.3, .9, .7, .5], 26),
            .. Enumerable.Repeat<double[]>([.3, .5, .9, .7], 15), .. Enumerable.Repeat<double[]>([.3, .5, .7, .9], 17),
        ];

        var selected = Choose(views, .5, 1, variant: variant);

        Assert.Equal((elected, true, 0), (selected.Person?.Index, selected.Consented, selected.Objections));
    }

    [Fact]
    public void Who_declines_is_struck_off_all_ballots_and_they_are_counted_again()
    {
        double[][] views = [[.9, .8, .1], [.9, .8, .1], [.1, .2, .9]];

        var second = Choose(views, 0, 0, variant: SelectionVariant.Irv, willing: index => index != 0);
        var nobody = Choose(views, 0, 0, variant: SelectionVariant.Condorcet, willing: _ => false);

        Assert.Equal((1, 2), (second.Person?.Index, second.Names));
        Assert.Equal([EntryKind.Refused], second.Steps.Select(step => step.Kind));
        Assert.Null(nobody.Person);
    }

    [Fact]
    public void A_circle_of_defeats_goes_to_the_smallest_and_a_tie_to_the_lot_and_is_entered()
    {
        // 0 beats 1 by 3, 1 beats 2 by 5, 2 beats 0 by 1.
        double[][] views = [.. Repeat(4, [.9, .5, .1]), .. Repeat(3, [.1, .9, .5]), .. Repeat(2, [.5, .1, .9])];
        var tied = Choose([[.9, .1], [.1, .9]], 0, 0, lot: index => index == 1 ? 2ul : 1ul, variant: SelectionVariant.Condorcet);

        Assert.Equal(0, Choose(views, 0, 0, variant: SelectionVariant.Condorcet).Person?.Index);
        Assert.Equal(1, tied.Person?.Index);
        Assert.Equal((EntryKind.TieSettled, (int)TieBreak.Lot), (tied.Steps.Single().Kind, tied.Steps.Single().Count));

        static IEnumerable<double[]> Repeat(int times, double[] view) => Enumerable.Repeat(view, times);
    }

    private static List<SelectionStep> Nominated(Selected selected) =>
        [.. selected.Steps.Where(step => step.Kind == EntryKind.Nominated)];

    private static Selected Choose(
        double[][] views, double openness, double least, Func<int, ulong>? lot = null,
        SelectionVariant variant = SelectionVariant.Sofa, Func<int, bool>? willing = null, int? incumbent = null,
        bool tells = false)
    {
        var seen = new double[views.Length, views[0].Length];
        for (var by = 0; by < views.Length; by++)
            for (var of = 0; of < views[0].Length; of++) seen[by, of] = views[by][of];
        return Selection.Choose(
            new Gathering(
                [.. views.Select((_, i) => new PersonId(1, i))], [.. views[0].Select((_, i) => new PersonId(1, i))], seen,
                _ => openness, least, person => lot?.Invoke(person.Index) ?? (ulong)person.Index)
            {
                Willing = person => willing?.Invoke(person.Index) ?? true,
                Incumbent = incumbent is { } holds ? new PersonId(1, holds) : null,
            },
            variant, tells);
    }
}
