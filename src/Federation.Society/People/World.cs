using Federation.Governance.Chance;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;
using Federation.Society.Breakers;
using Federation.Society.Places;
using Federation.Society.Scenarios;

namespace Federation.Society.People;

/// <summary>A scenario's simulated world: for every circle of its plan, the people and the needs there.</summary>
/// <remarks>Immutable and safe to share between threads; every figure is drawn when it is asked for.</remarks>
public sealed class World
{
    public World(Scenario scenario, FederationPlan plan, Digest genesis)
    {
        (Scenario, Plan, Genesis) = (scenario, plan, genesis);
        Dice = new Dice(scenario.Seed, (ulong)scenario.Replication);
        Practice = Practices.Of(scenario);
        StatusQuo = Fixed.Round(scenario.StatusQuo);
        Domains = new Allotments(scenario, plan);
        Feeders = scenario.Breaker.Any ? new FeederNeeds(this) : null;
    }

    public Scenario Scenario { get; }

    public FederationPlan Plan { get; }

    /// <summary>What every request and seal of the run is bound to.</summary>
    public Digest Genesis { get; }

    public Practice Practice { get; }

    /// <summary>The scenario's, in the multiples of 2^-40 that can be stored.</summary>
    public Point StatusQuo { get; }

    internal Dice Dice { get; }

    internal Allotments Domains { get; }

    /// <summary>What a power grid makes of needs; null without one.</summary>
    internal FeederNeeds? Feeders { get; }

    /// <exception cref="UnknownCircleException">The plan has no such circle.</exception>
    public Surroundings Of(CircleId circle) => new SimulatedCircle(this, Plan.Find(circle), null);

    /// <summary>A circle's child, by its number: what <see cref="Of"/> says, for less.</summary>
    /// <param name="above">What <see cref="Of"/> or this method said of the circle.</param>
    public Surroundings Below(Surroundings above, int child)
    {
        var circle = (SimulatedCircle)above;
        return new SimulatedCircle(this, Plan.Below(circle.Planned, child), circle);
    }

    /// <summary>The matters of the agenda as the register takes them.</summary>
    public IEnumerable<Raising> Agenda() => Scenario.Agenda.Select(matter => new Raising(
        new Proposal(
            matter.Id, new CircleId(matter.Circle),
            matter.Affects.Length == 0 ? Plan.Root : new CircleId(matter.Affects),
            matter.Effect switch
            {
                "informs" => Effect.Informs,
                "invites" => Effect.Invites,
                "changesDomain" => Effect.ChangesDomain,
                "ratify" => Effect.Ratify,
                _ => Effect.Limits,
            },
            Text(matter), matter.Dimensions, matter.TermDays, matter.DeadlineDay, 0)
        {
            Change = matter.Change,
            Urgent = matter.Urgent,
            Emergency = matter.Emergency,
            By = Named(matter),
            Removes = matter.Removes,
            Touches = [.. matter.Touches.Select(touched => new CircleId(touched))],
            BuildsOn = matter.After,
        },
        matter.Day));

    /// <summary>A new register for this world, before the founding.</summary>
    public Register OpenRegister() => Register.Open(
        Genesis, Plan.Root, Agenda(), Practice.Life);

    private PersonId? Named(Matter matter)
    {
        if (matter.By.Length == 0) return null;
        var home = Plan.Find(new CircleId(matter.Circle));
        return new PersonId(home.PeoplePlace.Key, home.FirstPerson + home.Names.IndexOf(matter.By));
    }

    private Point Text(Matter matter)
    {
        var facets = new Facets(matter.Dimensions, StatusQuo);
        return Fixed.Round(facets.Whole(facets.Of(matter.Position)));
    }
}
