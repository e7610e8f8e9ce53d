using Federation.Cli.Runs;

namespace Federation.Cli.Views;

/// <summary>One line of minutes as a sentence.</summary>
internal static class Minutes
{
    public static string Sentence(StepReport step)
    {
        var sentence = Worded(step);
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    private static string Worded(StepReport step)
    {
        var who = step.Member.Length == 0 ? "The circle"
            : step.Member.Contains(", ", StringComparison.Ordinal) ? $"{step.Member}," : step.Member;
        var why = step.Argument.Length > 0 ? $": {step.Argument}" : "";
        return step.Kind switch
        {
            "elected" => $"{Elected(step)} is chosen by consent{why}.",
            "forwarded" => $"{who} passes the matter on{why}.",
            "proposed" => $"{who} proposes {Text(step.To)}{why}.",
            "shaped" => $"{Tuners(step)} shape the text{Moved(step)}{why}.",
            "objection" => $"{who} objects{why}.",
            "integrated" => $"The objection{Of(step)} is integrated{Moved(step)}{why}.",
            "shortened" => $"The term is shortened {step.Argument}{Moved(step)}.",
            "measured" => $"The text stays, and what is feared{Of(step)} will be measured{why}.",
            "decided" => $"No objection is left: the circle consents to {Text(step.To)}{Was(step)}.",
            "carried" => $"{who} carries it out as it stands{why}.",
            "adapted" =>
                $"{who} carries it out in its own way, within the latitude left{Moved(step)}{why}.",
            "unresolved" => $"{who} stays unresolved{why}.",
            "review heard" =>
                $"A review is asked for by {step.About}, which cannot carry the text out{Because(step)}{why}.",
            "review requested" => $"The circle asks the owner of the text for a review{Because(step)}{why}.",
            "declined" => $"{who} declines{why}.",
            "ruled invalid" => $"The facilitator declares the objection{Of(step)} invalid{why}.",
            "left" => $"{who} leaves the circle, which could not decide{why}.",
            "called" => $"{who} calls an emergency meeting and asks for {Text(step.To)}{why}.",
            "sent" => $"{step.Member}, is {step.Argument}.",
            "told" => $"{who} is told{why}.",
            "consulted" => $"{who} is consulted before its domain changes{why}.",
            "routed" => $"It goes down to {who}, whose domain covers it.",
            "claim found" => "More than one circle claims this; the lowest circle above them decides.",
            "gap found" => "This is in nobody's domain; the circle takes it up.",
            "domain delegated" => $"{who} may decide more from now on.",
            "domain narrowed" => $"{who} may decide less from now on.",
            "domain returned" => $"{who} gave part of its domain back.",
            "domain dissolved" => $"{who} gave its domain back; its people stay represented.",
            "entrusted" => $"{who} has this as its own from now on.",
            "ratified" => $"{who} ratifies the text.",
            "refused" => $"{who} refuses to ratify the text{why}.",
            "not ratified" => "A circle refused to ratify: the text holds nowhere.",
            "suspended" => $"The text is suspended{For(step)} until the review is heard.",
            "variance granted" => $"A variance is granted{For(step)}{Moved(step)}{why}.",
            "variance ended" => "The exception is over: the owner's text holds again.",
            "policy contradicted" => $"An agreement in force contradicts this{why}.",
            "parked" => $"{who} parks the matter; what held before goes on{why}.",
            "referred" => $"{who} refers the matter to the next broader circle{why}.",
            "observed" => $"{who} reads its measure{why}.",
            "objected in force" => $"{who} objects to how the agreement in force is carried out{why}.",
            "kept" => $"The agreement is looked at again and kept for another term: {Text(step.To)}.",
            "end agreed" => "The agreement is looked at again, and all consent to end it.",
            "ended" => $"It no longer holds; {who.ToLowerInvariant()} goes back to what held before.",
            "unrenewed" => "No consent to keep, change or end the agreement: it holds until its term is over.",
            "unreviewed" => "The day of the review passes, and nobody looks at the agreement.",
            "expired" => $"The term is over and the agreement no longer holds{why}.",
            "carried over" => "The minutes of the meeting are used up: the matter waits for the next.",
            "went on" => "The matter is longer than what is left of the meeting: it goes on in the next.",
            _ => RuleSentences.Of(step, who) ?? Rarer(step, who, why),
        };
    }

    /// <summary>What few meetings have.</summary>
    private static string Rarer(StepReport step, string who, string why) => step.Kind switch
    {
        "domain restored" => $"The change is over: {who.ToLowerInvariant()} decides what it decided before.",
        "objects to external effects" => $"{who} objects to what this does to it{why}.",
        "can live with external effects" => $"{who} is touched by this from outside, and can live with it.",
        "moved up" => "The matter moves up to here, the lowest circle that covers all it affects.",
        "text changed by its owner" => $"Its owner, in another branch, changes the text{Moved(step)}.",
        "limits contradicted" => $"No text keeps this and another limit in force{why}.",
        "removed" => $"{who} is removed{why}.",
        "stays a member" => $"{who} stays a member{why}.",
        "recalled" => $"{who} is recalled{why}.",
        "nominated" => $"{who} is nominated{why}.",
        "declined the role" => $"{who} declines the role.",
        "extended" => $"{who} keeps the role{why}.",
        "tie settled" => $"The tie is settled for {who}{why}.",
        "link incomplete" => $"The link upwards is incomplete{why}.",
        "not carried up" or "not carried down" => $"It is lost on the way{why}.",
        "split" => $"What all can live with is agreed, the rest is left out{Moved(step)}{why}.",
        "smaller step" => $"The circle takes a smaller step{Moved(step)}.",
        "divided: a sub-circle's own text" => $"The circle divides; a sub-circle has its own text, {step.To}{why}.",
        "text of a helping circle" => $"A helping circle brings a text{Moved(step)}.",
        "helping circle's text not consented to" => "The helping circle's text is not consented to.",
        "search for common ground gave up" => "The search for common ground gives up.",
        "concern kept with the evaluation criteria" =>
            $"It is a concern{Of(step)}, kept with the evaluation criteria{why}.",
        "agenda consented to" => $"The agenda is consented to{why}.",
        "agenda changed" => $"{who} objects to the order of the agenda, and the matter is taken earlier{why}.",
        "agenda confirmed after an objection" =>
            $"{who} objects to the order of the agenda, which is confirmed{why}.",
        "waited for absent members" => $"The circle waits for members who are not there{why}.",
        "few were there" => $"Few members are there: {step.Argument}.",
        "no quorum" => "Too few are there to decide.",
        "consented to by silence" => $"Nobody objects before the deadline{why}.",
        "decided at once under a mandate" => $"{who} decides at once, under a mandate{Moved(step)}.",
        "mandate reviewed: confirmed" => "The circle reviews what was decided at once, and confirms it.",
        "mandate reviewed: ended" => "The circle reviews what was decided at once, and ends it.",
        "holds without the consent of all" => $"It holds without the consent of all: {Text(step.To)}.",
        _ when step.Kind.StartsWith("dismissed", StringComparison.Ordinal) =>
            $"The objection{Of(step)} is {step.Kind}.",
        _ => $"{who}, {step.Kind}{Moved(step)}{why}.",
    };

    private static string Elected(StepReport step) => step.Member.Length > 0 ? step.Member
        : "A link";

    private static string Tuners(StepReport step) => step.Member.Length > 0 ? step.Member
        : "The tuners";

    private static string Of(StepReport step) => step.Member.Length > 0 ? $" of {step.Member}" : "";

    private static string Text(string text) => text.Length > 0 ? text : "the text";

    private static string For(StepReport step) => step.About.Length > 0 ? $" in {step.About}" : "";

    private static string Because(StepReport step) =>
        step.Member.Length > 0 ? $", because {step.Member} objects to any text within the limit" : "";

    /// <summary>What the text was, where it is another now.</summary>
    private static string Was(StepReport step) =>
        step.From.Length > 0 && step.From != step.To ? $", where it was {step.From}" : "";

    private static string Moved(StepReport step) => (
        step.From.Length > 0 && step.From != step.To, step.To.Length > 0 && step.From != step.To) switch
    {
        (true, true) => $", from {step.From} to {step.To}",
        (false, true) => $", to {step.To}",
        _ => "",
    };
}
