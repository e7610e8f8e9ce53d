namespace Federation.Society.Scenarios;

/// <summary>What a rule beside consent needs to know, and the switches every comparison crosses.</summary>
public sealed record RuleOptions
{
    /// <summary>"yes": circles shape the text before it is put; "no": it is put as it was brought.</summary>
    public string Shaped { get; init; } = "yes";

    /// <summary>"yes": the step that integrates objections may change the text; "no": nothing may.</summary>
    public string Amendable { get; init; } = "yes";

    /// <summary>"no": everybody is asked at once; "yes": circle by circle, level by level. Consent always
    /// goes level by level.</summary>
    public string Nested { get; init; } = "no";

    /// <summary>"yes": circles below find their own way by the same rule; "no": one text for all.</summary>
    public string Latitude { get; init; } = "yes";

    /// <summary>For "panel", "chamber" and "liquid": how those who decide decide.</summary>
    public string Then { get; init; } = "majority";

    /// <summary>Share of people who must take part, 0..1; 0 for none.</summary>
    public double Quorum { get; init; }

    /// <summary>Of those who take part, the share that must support a text under "share", .5..1;
    /// always more than half.</summary>
    public double Share { get; init; } = 0.5;

    /// <summary>"nearer": people support what is nearer to them than the status quo, and approve what is
    /// better than their mean; "tolerance": what lies in their range.</summary>
    public string Supports { get; init; } = "nearer";

    /// <summary>Alternatives on a ballot, the status quo and the text among them, 2..6.</summary>
    public int Alternatives { get; init; } = 6;

    /// <summary>Standard deviation of what people miss when they write an alternative, per dimension.</summary>
    public double WritingNoise { get; init; } = 0.05;

    /// <summary>Members of a panel drawn by lot, 1..500.</summary>
    public int Panel { get; init; } = 25;

    /// <summary>The level of circles that are districts; empty for the circles next below the one that
    /// decides.</summary>
    public string Districts { get; init; } = "";

    /// <summary>"equal" or "population".</summary>
    public string Weights { get; init; } = "equal";

    /// <summary>"median" or "plurality": whom a district elects.</summary>
    public string Elects { get; init; } = "median";

    /// <summary>Reports a decree rests on, 0..200; 0 for the ruler's own view.</summary>
    public int Reports { get; init; }

    /// <summary>Standard deviation of what one hop adds to a report's error, per dimension.</summary>
    public double ReportNoise { get; init; } = 0.05;

    /// <summary>Probability that somebody entrusts their ballot to another, 0..1.</summary>
    public double Entrusting { get; init; } = 0.5;

    /// <summary>Ballots one person may hold, their own included; 0 for no limit.</summary>
    public int WeightMost { get; init; }

    /// <summary>People per random mixed group that talks before a ballot, 0..20; 0 for no such talk.</summary>
    public int Group { get; init; }
}
