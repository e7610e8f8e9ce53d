using Federation.Governance.Elections;
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

        Assert.Equal(1, selected.Person.Index);
    }

    [Fact]
    public void Reasons_that_nobody_can_hear_leave_everybody_with_their_own_view()
    {
        double[][] views = [[.9, .8], [.2, .7]];

        Assert.Equal(1, Choose(views, openness: 0, least: 0).Person.Index);
    }

    [Fact]
    public void Exact_ties_go_by_lot()
    {
        double[][] views = [[.6, .6], [.6, .6]];
        // Named by all is the first; a lot decides only between equals that are both named.
        double[][] crossed = [[.6, .5], [.5, .6]];

        Assert.Equal(0, Choose(views, 0, 0).Person.Index);
        Assert.Equal(0, Choose(crossed, 0, 0, lot: index => index == 0 ? 2ul : 1ul).Person.Index);
        Assert.Equal(1, Choose(crossed, 0, 0, lot: index => index == 0 ? 1ul : 2ul).Person.Index);
    }

    [Fact]
    public void An_objection_brings_the_next_name()
    {
        // Person 0 has the strongest reasons but not the consent of member 2.
        double[][] views = [[1, .6], [1, .6], [.2, .7]];

        var selected = Choose(views, openness: 0, least: .3);

        Assert.Equal((1, 2, 1, true), (selected.Person.Index, selected.Names, selected.Objections, selected.Consented));
    }

    [Fact]
    public void Where_nobody_is_acceptable_the_strongest_holds_the_role_without_consent()
    {
        double[][] views = [[.2, .1], [.25, .1]];

        var selected = Choose(views, openness: 0, least: .5);

        Assert.Equal((0, false, 4), (selected.Person.Index, selected.Consented, selected.Objections));
    }

    [Fact]
    public void One_member_selects_itself() =>
        Assert.Equal(new Selected(new PersonId(1, 0), 1, 0, true), Choose([[.4]], 0, .3));

    private static Selected Choose(double[][] views, double openness, double least, Func<int, ulong>? lot = null) =>
        Selection.Choose(
            [.. views.Select((_, i) => new PersonId(1, i))],
            [.. views[0].Select((_, i) => new PersonId(1, i))],
            (by, of) => views[by][of], _ => openness, least,
            person => lot?.Invoke(person.Index) ?? (ulong)person.Index);
}
