using Federation.Governance.Federating;

namespace Federation.Governance.Circles;

/// <summary>How long a meeting lasts and what takes its minutes.</summary>
/// <param name="Minutes">Of one meeting; 0 when matters are never cut short by the clock.</param>
/// <param name="Reading">Per proposal, everybody at once; likewise the next two.</param>
/// <param name="Speaking">One member in one round.</param>
/// <param name="Objection">Integrating one objection.</param>
/// <remarks>The same minutes that person-hours are made of (docs/guide/model.md, "Person-hours"),
/// divided by those who sit through them.</remarks>
public sealed record TimeBox(
    double Minutes, double Reading, double Clarifying, double Speaking, double Deciding, double Objection)
{
    public static TimeBox None { get; } = new(0, 0, 0, 0, 0, 0);

    public bool IsOn => Minutes > 0;

    /// <summary>Minutes of meeting that an effort of one meeting took: person-minutes by those present.</summary>
    public double Length(Effort effort) => effort.Attending == 0 ? 0 :
        Reading + Clarifying + Deciding
        + (((effort.Speaking * Speaking) + (effort.Hearing * Objection)) / effort.Attending);
}
