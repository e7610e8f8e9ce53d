using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>Values to a scenario, checking what no single key can tell.</summary>
internal static class ScenarioBinder
{
    /// <summary>Null when the parts do not make a scenario; what is wrong is with the
    /// problems.</summary>
    public static Scenario? Bind(ScenarioValues values, Problems problems)
    {
        var name = values.Text("name");
        var space = SpaceBinder.Space(values);
        var statusQuo = SpaceBinder.StatusQuo(values, space);
        var agenda = AgendaBinder.Agenda(values, space, statusQuo);
        var domains = DomainBinder.Domains(values, space);
        var federation = FederationBinder.Federation(values, agenda, domains);
        var people = (PeopleOptions)OptionBinder.Bind(values, "people");
        var process = (ProcessOptions)OptionBinder.Bind(values, "process");
        CrossChecks.People(values, people);
        var attacks = (AttackOptions)OptionBinder.Bind(values, "attacks");
        CrossChecks.Process(values, process);
        var rules = (RuleOptions)OptionBinder.Bind(values, "rules");
        CrossChecks.Rules(values, values.Text("rule"), rules);
        var links = (LinkOptions)OptionBinder.Bind(values, "links");
        CrossChecks.Links(values, links);
        if (attacks.Hosts > 0 && ((FaultOptions)OptionBinder.Bind(values, "faults")).Hosts == 0)
            values.Refuse("attacks.hosts", "There are no simulated hosts to capture",
                "Say how many circles share: faults.hosts");
        var cadence = (CadenceOptions)OptionBinder.Bind(values, "cadence");
        CrossChecks.Cadence(values, cadence);
        var life = (LifeOptions)OptionBinder.Bind(values, "life");
        if (!problems.Any) CrossChecks.Life(values, life, process, agenda);
        if (problems.Any || federation is null) return null;

        return new Scenario
        {
            Name = name,
            About = values.Text("about"),
            Seed = (ulong)(values.Find("seed") ?? ScenarioKeys.At("seed").Default!),
            Replication = (int)values.Whole("replication"),
            Federation = federation,
            Space = space!,
            StatusQuo = statusQuo,
            People = people,
            Needs = (NeedOptions)OptionBinder.Bind(values, "needs"),
            Agenda = agenda,
            Domains = domains,
            Reviews = (ReviewOptions)OptionBinder.Bind(values, "reviews"),
            Rule = values.Text("rule"),
            Process = process,
            Rules = rules,
            Cadence = cadence,
            Faults = (FaultOptions)OptionBinder.Bind(values, "faults"),
            Attacks = attacks,
            Measure = (MeasureOptions)OptionBinder.Bind(values, "measure"),
            Life = life,
            Links = links,
            Selection = (SelectionOptions)OptionBinder.Bind(values, "selection"),
            Breaker = (BreakerOptions)OptionBinder.Bind(values, "breaker"),
            Adoption = (AdoptionOptions)OptionBinder.Bind(values, "adoption"),
        };
    }
}
