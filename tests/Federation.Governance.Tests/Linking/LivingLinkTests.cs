using Federation.Governance.Decisions;
using Federation.Governance.Elections;
using Federation.Governance.Federating;
using Federation.Governance.Linking;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Testing;
using Federation.Testing.Simulating;

namespace Federation.Governance.Tests.Linking;

/// <summary>Links over whole runs of trees drawn at random, circles of one person among them.</summary>
public class LivingLinkTests
{
    [Fact]
    public void A_link_is_as_many_people_as_agreed_or_the_logbook_says_how_many_are_missing()
    {
        for (var seed = 1; seed <= 150; seed++)
        {
            var (federation, practice, about) = Drawn(seed);
            var driver = new PlainDriver(federation.Of);
            driver.Run(federation.Register(Agenda(federation)));
            foreach (var circle in driver.Circles.Values)
            {
                if (circle.Id.Parent is not { } up) continue;
                var link = driver.Circles[up].Links[int.Parse(circle.Id.Segment[1..]) - 1];
                var people = circle.Seats.Where(seat => seat.Role is Role.Delegate or Role.Leader).Select(seat => seat.Person).ToList();
                Assert.True(people.Count == people.Distinct().Count(), $"{about}: {circle.Id} seats one person twice");
                var missing = practice.Links.People - people.Count;
                var told = driver.Entries(circle).LastOrDefault(entry => entry.Kind == EntryKind.LinkIncomplete)?.Round ?? 0;
                Assert.True(missing == 0 || missing == told, $"{about}: {circle.Id} lacks {missing} and tells {told}");
                Assert.True(circle.Delegates.SequenceEqual(link.Delegates.Select(elected => elected.Person))
                    && circle.Leader == link.Leader?.Person, $"{about}: {circle.Id} and its parent differ");
            }
        }
    }

    [Fact]
    public void Elections_recalls_and_lost_links_come_out_alike_whatever_fails_underneath()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var (federation, _, about) = Drawn(seed);
            Campaign.Undergone(federation.Of, () => federation.Register(Agenda(federation)), seeds: 3, about);
        }
    }

    private static (TestFederation Federation, Practice Practice, string About) Drawn(int seed)
    {
        var random = new Random(seed);
        var shape = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(1, 4)).ToArray();
        var kind = (LinkKind)random.Next(3);
        var practice = new Practice
        {
            Shaping = .2,
            Keeps = .5,
            SeatsReplacedBelow = random.Next(2) == 0,
            Links = new LinkPractice
            {
                Kind = kind,
                Delegates = kind == LinkKind.Single ? 1 : random.Next(1, 6),
                RecallDistance = random.Next(2) * .04,
                Mandate = (Mandate)random.Next(2),
                Drift = .5,
                Fidelity = .9,
            },
            Selection = new SelectionPractice { Variant = (SelectionVariant)random.Next(8), TermDays = random.Next(2) * 6 },
        };
        var members = random.Next(1, 8);
        return (TestFederation.Tree(shape, members, practice, (ulong)seed), practice,
            $"seed {seed}: [{string.Join(", ", shape)}] of {members}, {practice.Links}, {practice.Selection}");
    }

    private static IEnumerable<Raising> Agenda(TestFederation federation) =>
        Enumerable.Range(1, 5).Select(id => new Raising(TestFederation.Proposal(
            id, (id % 2 == 0 ? federation.Leaves.First() : federation.Leaves.Last()).Id.Path,
            new(.15 * id, .9 - (.1 * id)), id == 3 ? "r/c1" : "r"), id * 5));
}
