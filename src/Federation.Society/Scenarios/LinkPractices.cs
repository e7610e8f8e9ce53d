using Federation.Governance.Elections;
using Federation.Governance.Linking;
using Federation.Governance.Spaces;

namespace Federation.Society.Scenarios;

/// <summary>How a scenario's words choose the links and the elections.</summary>
internal static class LinkPractices
{
    public static LinkPractice Of(LinkOptions links) => new()
    {
        Kind = Practices.Choose<LinkKind>(links.Kind),
        Delegates = links.Delegates,
        Fidelity = links.Fidelity,
        Drift = links.Drift,
        Mandate = Practices.Choose<Mandate>(links.Mandate),
        RecallDistance = Fixed.Round(links.RecallDistance),
        Survival = links.Survival,
        CommonCause = links.CommonCause,
    };

    public static SelectionPractice Of(SelectionOptions selection) => new()
    {
        Variant = Practices.Choose<SelectionVariant>(selection.Variant),
        TermDays = selection.TermDays,
        Refusal = selection.Refusal,
        AsksFirst = selection.Willing == "first",
    };
}
