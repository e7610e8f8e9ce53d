using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Members;
using Federation.Governance.Rules;
using Federation.Society.Places;
using Federation.Society.Runs;

namespace Federation.Society.Measures;

/// <summary>Whether people could object to what binds them: themselves where they live, or through an
/// unbroken chain of delegates up to the circle that decided. Under other rules: whether they had a
/// ballot.</summary>
/// <remarks>A chain is unbroken where each circle on the way elected a delegate, and one of the last took part
/// in the deciding circle's meeting. It is held together by the delegates that sit at the end of the run.</remarks>
internal sealed class Saying(Reference run)
{
    private readonly Dictionary<(int Decision, CircleId Circle), bool> _chains = [];
    private double _could;
    private long _bound;

    /// <summary>Mean over people and the decisions that bind them, 0..1; not a number where none does.</summary>
    public double Share => _bound == 0 ? double.NaN : _could / _bound;

    /// <param name="ballots">Ballots filled in on the matter, for each person.</param>
    public void Take(PlannedCircle leaf, Circle circle, Surroundings here, Agreement agreement, double ballots)
    {
        var present = Voices.Present(circle, here, agreement.Decision, 1).Length;
        _bound += here.Residents;
        if (!here.Practice.Rule.IsConsent) _could += Balloted(here.Practice.Rule, here.Residents, present, ballots);
        else _could += agreement.Owner != leaf.Id && IsHeard(leaf, agreement) ? here.Residents : present;
    }

    /// <summary>Who had a ballot: whoever came, or the few who decide for all; nobody where one person or
    /// nobody decides.</summary>
    private static double Balloted(RulePractice rule, int residents, int present, double ballots) => rule switch
    {
        { Method: Method.Decree or Method.StatusQuo or Method.Accept or Method.Random } => 0,
        { Electorate: Electorate.Chamber or Electorate.Panel } => residents * Math.Min(1, ballots),
        _ => present,
    };

    private bool IsHeard(PlannedCircle at, Agreement agreement)
    {
        if (_chains.TryGetValue((agreement.Decision, at.Id), out var known)) return known;
        return _chains[(agreement.Decision, at.Id)] = Reaches(at, agreement);
    }

    private bool Reaches(PlannedCircle at, Agreement agreement)
    {
        if (at.Id.Parent is not { } parent || run.Circles.GetValueOrDefault(parent) is not { } circle) return false;
        var above = run.World.Plan.Find(parent);
        var child = above.Children.IndexOf(at.Id);
        if (child >= circle.Links.Length || circle.Links[child].Delegates.IsEmpty) return false;
        if (parent != agreement.Owner) return IsHeard(above, agreement);
        var delegates = circle.Links[child].Delegates;
        foreach (var voice in Voices.Present(circle, run.World.Of(parent), agreement.Decision, 1))
            if (delegates.Any(one => one.Person == voice.Person)) return true;
        return false;
    }
}
