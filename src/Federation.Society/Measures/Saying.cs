using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Members;
using Federation.Society.Places;
using Federation.Society.Runs;

namespace Federation.Society.Measures;

/// <summary>Who could take part in deciding what binds them, and who did: one measuring rod for every rule.</summary>
/// <remarks>
/// A person could where they are a member of the circle that decided, had a ballot or were drawn by lot, whether
/// they came or not, or where an unbroken chain of delegates could speak for them. A chain is unbroken where each
/// circle on the way up to the one that decided elected a delegate who could carry the matter; it is held together by
/// the delegates that sit at the end of the run. A person did where they came themselves.
/// </remarks>
internal sealed class Saying(Reference run)
{
    private readonly Dictionary<(int Decision, CircleId Circle), bool> _chains = [];
    private double _could;
    private double _did;
    private long _bound;

    /// <summary>Mean over people and the decisions that bind them, 0..1; not a number where none does.</summary>
    public double Could => _bound == 0 ? double.NaN : _could / _bound;

    /// <summary>The same of those who took part themselves.</summary>
    public double Did => _bound == 0 ? double.NaN : _did / _bound;

    /// <param name="agreement">What binds the people of the leaf.</param>
    public void Take(PlannedCircle leaf, Circle circle, Surroundings here, Agreement agreement, Deciders deciders)
    {
        _bound += here.Residents;
        var members = Voices.All(circle, here, agreement.Decision).Length;
        switch (deciders.How)
        {
            case DecidedBy.Drawn:
                Add(here.Residents * deciders.Share, here.Residents * deciders.Share);
                break;
            case DecidedBy.Everybody:
            case DecidedBy.Members or DecidedBy.Levels when agreement.Owner == leaf.Id:
                Add(members, Came());
                break;
            case DecidedBy.Levels when IsHeard(leaf, agreement):
                Add(here.Residents, Came());
                break;
            case DecidedBy.Members:
                Add(IsHeard(leaf, agreement) ? here.Residents : 0, Sat(agreement, here));
                break;
        }

        int Came() => Math.Min(members, Voices.Present(circle, here, agreement.Decision, 1).Length);
    }

    private void Add(double could, double did) => (_could, _did) = (_could + could, _did + did);

    /// <summary>How many of a leaf's people sat in the meeting that decided.</summary>
    private int Sat(Agreement agreement, Surroundings here)
    {
        if (!run.Circles.TryGetValue(agreement.Owner, out var owner)) return 0;
        var people = Enumerable.Range(0, here.Residents).Select(index => here.Resident(index).Person).ToHashSet();
        return Voices.Present(owner, run.World.Of(agreement.Owner), agreement.Decision, 1)
            .Count(voice => people.Contains(voice.Person));
    }

    private bool IsHeard(PlannedCircle at, Agreement agreement)
    {
        if (_chains.TryGetValue((agreement.Decision, at.Id), out var known)) return known;
        return _chains[(agreement.Decision, at.Id)] = Reaches(at, agreement);
    }

    private bool Reaches(PlannedCircle at, Agreement agreement)
    {
        if (at.Id.Parent is not { } parent || run.Circles.GetValueOrDefault(parent) is not { } circle) return false;
        var (above, here) = (run.World.Plan.Find(parent), run.World.Of(parent));
        var child = above.Children.IndexOf(at.Id);
        return child < circle.Links.Length
            && circle.Links[child].Delegates.Any(one => !circle.Removed.Contains(one.Person)
                && (!here.Practice.Links.CanBreak || here.Carries(at.Id, one.Person, agreement.Decision)))
            && (parent == agreement.Owner || IsHeard(above, agreement));
    }
}
