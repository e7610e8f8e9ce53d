using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Spaces;

namespace Federation.Society.Scenarios;

/// <summary>How a scenario's words choose the rules' practice.</summary>
public static class Practices
{
    public static Practice Of(Scenario scenario)
    {
        var (people, process) = (scenario.People, scenario.Process);
        return new Practice
        {
            Gate = Choose<Gate>(process.Gate),
            Ground = Choose<Ground>(people.Ground),
            BoxRanges = people.ToleranceShape == "box",
            CommonValue = people.CommonValue,
            Salience = OfProposals(scenario.Space),
            Integration = Choose<Integration>(process.Integration),
            Forms = [.. process.Forms.Select(Choose<Form>)
                .Where(form => form != Form.Amend || scenario.Rules.Amendable == "yes")],
            Ladder = [.. process.Ladder.Select(Choose<Rung>)],
            Shaping = scenario.Rules.Shaped == "yes" ? process.Shaping : 0,
            Tuners = process.Tuners,
            TalkRounds = process.TalkRounds,
            AmendmentsMax = process.AmendmentsMax,
            Terms = [.. process.Terms.Select(Fixed.Round)],
            TermWidens = process.TermWidens,
            MeasureWidens = process.MeasureWidens,
            Absentees = Choose<Absentees>(process.Absentees),
            Judging = new Judging
            {
                Paramount = process.Paramount, Screened = process.Screened, Misjudged = process.Misjudged,
            },
            Presence = new Presence { Quorum = process.Quorum, LazyDays = process.LazyDays },
            Impasse = new Impasse
            {
                Helpers = process.Helpers,
                LastResort = Choose<LastResort>(process.LastResort),
                Supermajority = process.Supermajority,
            },
            AgendaConsent = process.Agenda == "consent",
            Mandate = Fixed.Round(process.Mandate),
            Latitude = scenario.Rules.Latitude == "yes" ? Fixed.Round(process.Latitude) : 0,
            ReviewsMax = process.ReviewsMax,
            Confidence = process.Confidence,
            Talking = new Talking
            {
                Kind = Choose<TalkKind>(process.Talk),
                Listening = Choose<Listening>(process.Listening),
            },
            Keeps = process.Keeps,
            Duty = process.Duty,
            ReportNoise = process.ReportNoise,
            SeatsReplacedBelow = process.SeatRule == "replaceBelow",
            QualificationLeast = process.QualificationLeast,
            Coordination = scenario.Needs.Coordination,
            Reviews = new ReviewPractice
            {
                Suspends = scenario.Reviews.Suspend == "byConsent",
                Resolves = scenario.Reviews.Contradictions == "resolved",
                VariancesMost = scenario.Reviews.Variances,
                VarianceTerm = Fixed.Round(scenario.Reviews.VarianceTerm),
            },
            Life = new Life(
                scenario.Life.HorizonDays, scenario.Life.Reviews == "kept",
                scenario.Life.Objections == "heard", scenario.Life.Movement, scenario.Selection.TermDays,
                scenario.Life.CyclesMax),
            Rule = RulePractices.Of(scenario),
            Links = LinkPractices.Of(scenario.Links),
            Selection = LinkPractices.Of(scenario.Selection),
            TimeBox = new TimeBox(
                scenario.Cadence.MeetingMinutes, scenario.Measure.ReadMinutes,
                scenario.Measure.ClarifyMinutes, scenario.Measure.SpeakMinutes,
                scenario.Measure.DecideMinutes, scenario.Measure.ObjectionMinutes),
        };
    }

    /// <summary>Null where all dimensions count alike, so that nothing is computed of it.</summary>
    private static Salience? OfProposals(IssueSpace space) =>
        space.Dimensions.All(dimension => dimension.Salience.Equals(1)) ? null
        : Salience.OfProposal(new Point([.. space.Dimensions.Select(dimension => Fixed.Round(dimension.Salience))]));

    /// <exception cref="ArgumentException">The word names no choice; scenario files are checked before.</exception>
    internal static T Choose<T>(string word) where T : struct, Enum =>
        Enum.TryParse<T>(word, ignoreCase: true, out var choice)
            ? choice
            : throw new ArgumentException($"'{word}' is no {typeof(T).Name}.", nameof(word));
}
