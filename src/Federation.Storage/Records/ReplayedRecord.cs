using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Society.People;
using Federation.Society.Runs;

namespace Federation.Storage.Records;

/// <summary>A run's record made again from its scenario: what the run must have recorded.</summary>
public sealed class ReplayedRecord : RecordSource
{
    private readonly Reference _reference;

    private ReplayedRecord(Reference reference, Register register, ImmutableArray<Given> answers) =>
        (_reference, Register, Answers) = (reference, register, answers);

    /// <summary>An answer the register was given, and by whom.</summary>
    public sealed record Given(CircleId Circle, int Cycle, Answer Answer);

    /// <summary>The register at the run's end.</summary>
    public Register Register { get; }

    public ImmutableArray<Given> Answers { get; }

    /// <summary>Every circle in which something happened.</summary>
    public IReadOnlyDictionary<CircleId, Circle> Circles => _reference.Circles;

    /// <summary>Runs the scenario to its end, in this thread.</summary>
    public static ReplayedRecord Of(World world, CancellationToken stop = default)
    {
        var reference = new Reference(world) { Answered = stop.ThrowIfCancellationRequested };
        var answers = ImmutableArray.CreateBuilder<Given>();
        var register = world.OpenRegister();
        while (register.Pending is { } order)
        {
            var answer = reference.Ask(order.Circle, order.Request);
            answers.Add(new Given(order.Circle, order.Request.Cycle, answer));
            register = register.Answered(answer);
        }

        return new ReplayedRecord(reference, register, answers.DrainToImmutable());
    }

    public RecordedCircle Recorded(Circle circle) => new(circle, [.. _reference.Entries(circle)]);

    /// <summary>Null when the circle has no full page of this number.</summary>
    public Governance.Logbooks.LogbookPage? Page(CircleId circle, int number) =>
        _reference.Page(circle, number);

    /// <summary>All circles, in the byte order of their paths.</summary>
    public IEnumerable<RecordedCircle> All() => Circles.Values.OrderBy(circle => circle.Id).Select(Recorded);

    public override async IAsyncEnumerable<RecordedCircle> ReadAsync(
        [EnumeratorCancellation] CancellationToken stop = default)
    {
        await Task.CompletedTask;
        foreach (var circle in All())
        {
            stop.ThrowIfCancellationRequested();
            yield return circle;
        }
    }

    public override Task<Circle?> FindAsync(CircleId circle, CancellationToken stop = default) =>
        Task.FromResult(Circles.GetValueOrDefault(circle));

    public override Task<RecordedCircle?> FindRecordedAsync(CircleId circle, CancellationToken stop = default) =>
        Task.FromResult(Circles.TryGetValue(circle, out var found) ? Recorded(found) : null);
}
