using System.Collections.Immutable;
using Federation.Cli.Runs;
using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Members;
using Federation.Society.People;
using Federation.Society.Places;
using Federation.Society.Runs;
using Federation.Storage.Records;

namespace Federation.Cli.Engine;

/// <summary>Puts one circle together from the plan and from what the run recorded.</summary>
/// <param name="day">The simulated day the run had come to.</param>
internal sealed class CircleShowing(World world, RecordSource record, int day)
{
    private readonly Dictionary<CircleId, Circle> _known = [];

    /// <exception cref="UnknownCircleException">The plan has no such circle.</exception>
    public async Task<CircleReport> Of(CircleId id, CancellationToken stop)
    {
        var planned = world.Plan.Find(id);
        var circle = await Find(id, stop);
        var members = ImmutableArray.CreateBuilder<MemberReport>();
        foreach (var voice in Voices.All(circle, world.Of(id), 0)
            .OrderBy(voice => voice.Via < 0 ? int.MaxValue : voice.Via)
            .ThenBy(voice => planned.IsLeaf ? 0 : (int)voice.Role)
            .ThenBy(voice => voice.Person))
            members.Add(await Member(planned, circle, voice, stop));
        var now = Math.Max(day, circle.Logbook.Open.LastOrDefault()?.Day ?? 0);
        return new CircleReport(
            id.Path, planned.Level, id.Parent?.Path ?? "", [.. planned.Children.Select(child => child.Path)],
            CircleWords.Aim(world.Scenario, planned),
            CircleWords.Domain(world, planned, Owning.Of(circle, world.Of(id))),
            members.ToImmutable(),
            [.. circle.Agreements.Where(agreement => agreement.InForce(now)).Select(agreement =>
                new AgreementReport(
                    agreement.Decision, agreement.Version, agreement.UntilDay, agreement.ReviewDay))]);
    }

    private async Task<MemberReport> Member(
        PlannedCircle planned, Circle circle, Voice voice, CancellationToken stop)
    {
        var person = voice.Person;
        var sitsIn = new SortedSet<CircleId>();
        var home = await Down(planned, circle, person, sitsIn, stop);
        await Up(circle, person, sitsIn, stop);
        sitsIn.Remove(planned.Id);
        var name = world.Plan.NameOf(person) ?? $"person {person.Index + 1}";
        return new MemberReport(
            $"{name} of {home.Name}", Roles(circle, voice), [.. sitsIn.Select(link => link.Path)]);
    }

    /// <summary>The link that seats them, then what they do in the circle itself.</summary>
    private static string Roles(Circle circle, in Voice voice)
    {
        var person = voice.Person;
        var roles = circle.Seats
            .Where(seat => seat.Person == person && seat.Role is (Role.Facilitator or Role.Secretary))
            .Select(seat => seat.Role);
        if (voice.Role is Role.Delegate or Role.Leader) roles = roles.Prepend(voice.Role);
        return string.Join(", ", roles.Select(LinkWords.Role));
    }

    /// <summary>The circle the person lives in; adds those below that they hold a link of.</summary>
    private async Task<PlannedCircle> Down(
        PlannedCircle at, Circle state, PersonId person, SortedSet<CircleId> sitsIn, CancellationToken stop)
    {
        while (!at.IsLeaf && Voices.Via(state, person) is >= 0 and var child)
        {
            var above = at.Id;
            at = world.Plan.Find(at.Children[child]);
            state = await Find(at.Id, stop);
            if (!IsLink(state, person)) continue;
            sitsIn.Add(at.Id);
            sitsIn.Add(above);
        }

        return at;
    }

    private async Task Up(Circle state, PersonId person, SortedSet<CircleId> sitsIn, CancellationToken stop)
    {
        while (IsLink(state, person) && state.Id.Parent is { } above)
        {
            sitsIn.Add(above);
            state = await Find(above, stop);
        }
    }

    private static bool IsLink(Circle circle, PersonId person) =>
        circle.IsLink(person);

    /// <summary>A circle in which nothing happened is as the plan has it.</summary>
    private async Task<Circle> Find(CircleId id, CancellationToken stop)
    {
        if (_known.TryGetValue(id, out var known)) return known;
        return _known[id] = await record.FindAsync(id, stop) ?? new Circle { Id = id };
    }
}
