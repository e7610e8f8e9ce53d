using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Society.People;
using Federation.Storage.Records;
using Federation.Storage.Scenarios;

namespace Federation.Storage.Proving;

/// <summary>Makes the proof of one decision from a run's record.</summary>
public static class DecisionProofs
{
    // How a matter ends in the circle that settles it; the first found from the end counts.
    private static readonly ImmutableArray<EntryKind> Endings =
    [
        EntryKind.Decided, EntryKind.Enacted, EntryKind.Parked, EntryKind.NotRatified, EntryKind.Ratified,
    ];

    /// <param name="circle">The circle that settled it.</param>
    /// <exception cref="ProofException">Its entry is not in the record, or lies past the last seal.</exception>
    public static async Task<DecisionProof> OfAsync(
        RecordSource record, World world, CircleId circle, int decision, Digest exported,
        CancellationToken stop = default)
    {
        var deciding = await record.FindRecordedAsync(circle, stop)
            ?? throw new ProofException(circle.Path, "nothing of it is recorded");
        var leaves = deciding.Entries.Select(entry => MerkleFrontier.Leaf(entry.Encode())).ToArray();
        var index = IndexOf(deciding.Entries, decision);
        if (index < 0) throw new ProofException(circle.Path, $"its logbook has no entry that ends decision {decision}");
        var circles = ImmutableArray.CreateBuilder<SealedCircle>();
        for (CircleId? at = circle; at is { } here; at = here.Parent)
            circles.Add(Sealed(await record.FindAsync(here, stop)
                ?? throw new ProofException(here.Path, "nothing of it is recorded")));
        var proof = new DecisionProof(
            ResolvedScenario.ToJson(world.Scenario), [.. deciding.Entries[index].Encode()], index, leaves.Length,
            InclusionProof.Path(leaves, index), circles.ToImmutable(), exported);
        ProofCheck.Of(proof, world.Genesis);
        return proof;
    }

    private static int IndexOf(IReadOnlyList<Entry> entries, int decision)
    {
        for (var i = entries.Count - 1; i >= 0; i--)
            if (entries[i].Decision == decision && Endings.Contains(entries[i].Kind)) return i;
        return -1;
    }

    private static SealedCircle Sealed(Circle circle) => new(
        circle.Id.Path, circle.Cycle, Sealing.StateHash(circle), circle.Logbook.Tree.Root, circle.Logbook.Tree.Size,
        [.. circle.Links.Select(link => link.Seal)]);
}
