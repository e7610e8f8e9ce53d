namespace Federation.Contracts.Tracing;

/// <summary>The names of spans: docs/guide/tracing.md says what each shows.</summary>
public static class SpanNames
{
    /// <summary>Followed by the domain: a circle deals with a matter.</summary>
    public const string Decide = "decide ";
    public const string Clarify = "clarify proposal";
    public const string AskConsent = "ask consent";
    public const string RaiseObjection = "raise objection";
    public const string IntegrateObjection = "integrate objection";
    public const string ReceiveObjection = "receive objection";
    public const string ReferUpward = "refer upward";
    public const string Adopt = "adopt proposal";
    public const string HandOver = "hand over subtree";

    /// <summary>Followed by the role.</summary>
    public const string Elect = "elect ";

    /// <summary>Followed by the kind of request: consult, heed, hear, entrust, measure.</summary>
    public const string Asked = "asked to ";
    /// <summary>Followed by the scenario: the console's whole run; then by what it waits for.</summary>
    public const string Run = "run ";
    public const string Wait = "wait: ";

    /// <summary>A span that died with its silo: only its children are known.</summary>
    public const string Lost = "lost with its silo";
}

/// <summary>The names of spans' attributes. Every span has the first three.</summary>
public static class Tags
{
    public const string Decision = "federation.decision.id";
    public const string Circle = "federation.circle.id";
    public const string Depth = "federation.circle.depth";
    public const string CircleName = "federation.circle.name";

    /// <summary>The circle's level, which is the service its spans belong to.</summary>
    public const string Level = "federation.circle.level";
    public const string Run = "federation.run.id";
    public const string Title = "federation.decision.title";
    public const string Version = "federation.decision.version";
    public const string Outcome = "federation.decision.outcome";
    public const string SpreadCircles = "federation.spread.circles";
    public const string SpreadCarried = "federation.spread.carried";
    public const string SpreadAdapted = "federation.spread.adapted";
    public const string SpreadUnresolved = "federation.spread.unresolved";
    public const string SpreadPages = "federation.spread.pages";
    public const string RoundNumber = "federation.round.number";
    public const string RoundMembers = "federation.round.members";
    public const string RoundQuestions = "federation.round.questions";
    public const string RoundConsents = "federation.round.consents";
    public const string RoundObjections = "federation.round.objections";
    public const string RoundOutcome = "federation.round.outcome";
    public const string Objection = "federation.objection.id";
    public const string ObjectionArgument = "federation.objection.argument";
    public const string ObjectionParamount = "federation.objection.paramount";
    public const string ObjectionState = "federation.objection.state";
    public const string ObjectionFrom = "federation.objection.from_circle_id";
    public const string Reason = "federation.referral.reason";
    public const string Nominations = "federation.election.nominations";
    public const string ElectionRounds = "federation.election.rounds";
    public const string Chosen = "federation.election.chosen";

    /// <summary>The trace that a page handed over goes on in; <see cref="Kept"/> is false when it was
    /// not kept.</summary>
    public const string ChildTrace = "federation.trace.child_id";

    /// <summary>The decision's first page, named by what happened on the way up to it.</summary>
    public const string DecisionTrace = "federation.trace.decision_id";

    /// <summary>The same, named by a page further down and by an objection that leaves it.</summary>
    public const string FirstPage = "federation.trace.first_id";

    /// <summary>What the console did for the run.</summary>
    public const string RunTrace = "federation.trace.run_id";
    public const string Kept = "federation.page.kept";
    public const string Lost = "federation.lost";
    public const string Error = "error.type";

    /// <summary>Of an event: what was said, in people's words and units.</summary>
    public const string Said = "federation.said";

    /// <summary>Of an event: the simulated day, counted from the run's first.</summary>
    public const string Day = "federation.day";
}
