using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Governance.Rules;
using Federation.Society.Runs;

namespace Federation.Society.Measures;

/// <summary>Who decides a matter for all whom it binds.</summary>
internal enum DecidedBy
{
    /// <summary>No person: what holds, any text, or a lot.</summary>
    Nobody,

    /// <summary>One or more drawn by lot: a ruler, reporters, a panel, people who bargain.</summary>
    Drawn,

    /// <summary>Everybody has a ballot, were it to elect a chamber or to be entrusted to somebody.</summary>
    Everybody,

    /// <summary>The members of the circle that owns the text; links speak for the circles below.</summary>
    Members,

    /// <summary>Every circle on its own; links carry what it decided up.</summary>
    Levels,
}

/// <summary>Who decided one matter of a run.</summary>
/// <param name="Share">Under <see cref="DecidedBy.Drawn"/>: the share of the people asked who were drawn, 0..1.</param>
internal readonly record struct Deciders(DecidedBy How, double Share = 0)
{
    public static Deciders Of(Reference run, Settlement settled)
    {
        var (rule, owner) = (run.World.Practice.Rule, run.World.Plan.Find(settled.Taken.Owner));
        if (rule.IsConsent || settled.Drafts.IsEmpty) return new(DecidedBy.Members);
        if (rule.Method is Method.StatusQuo or Method.Accept or Method.Random) return new(DecidedBy.Nobody);

        // Within one circle a panel or a chamber is the circle itself.
        var panel = rule.Electorate == Electorate.Panel && !owner.IsLeaf;
        if (panel || rule.Method is Method.Decree or Method.Bargaining)
            return new(DecidedBy.Drawn, Drawn(run, settled.Taken.Proposal.Id, owner.Id));
        return new(rule.Nested ? DecidedBy.Levels : owner.IsLeaf ? DecidedBy.Members : DecidedBy.Everybody);
    }

    /// <summary>As many as the owner's logbook says, of all who live below it.</summary>
    private static double Drawn(Reference run, int decision, CircleId owner)
    {
        if (!run.Circles.TryGetValue(owner, out var circle)) return 0;
        var drawn = run.Entries(circle).LastOrDefault(entry => entry.Decision == decision
            && entry.Kind is (EntryKind.GroupAsked or EntryKind.PersonDrawn))?.Round ?? 0;
        var people = run.World.Plan.All().Where(one => one.IsLeaf && one.Id.IsWithin(owner)).Sum(one => one.People);
        return people == 0 ? 0 : Math.Min(1, (double)drawn / people);
    }
}
