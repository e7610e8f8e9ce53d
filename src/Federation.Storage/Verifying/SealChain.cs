using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Society.Places;

namespace Federation.Storage.Verifying;

/// <summary>Compares each circle's seal with the one its parent holds, from the root downwards.</summary>
/// <remarks>Rows come in the byte order of their paths, so a parent comes before its children and
/// only what is expected of circles still to come is kept.</remarks>
internal sealed class SealChain(Exported exported, Faults faults, bool unfinished)
{
    private readonly Dictionary<string, Expectation> _open = new(StringComparer.Ordinal);

    /// <param name="Parent">The circle that expects it; null for whoever exported the root's.</param>
    private sealed record Expectation(Digest Seal, Circle? Parent);

    /// <param name="seal">Null when nothing outside says what the root's seal is.</param>
    public void Begin(Digest? seal)
    {
        if (seal is { } known) _open[exported.Root] = new Expectation(known, null);
    }

    public void Take(CheckedRow row)
    {
        if (row.Path is not { } path) return;
        _open.Remove(path, out var expectation);
        if (row.Ok && expectation is not null) Compare(row.Circle!, expectation);
        if (row.Ok) Expect(row.Circle!, exported.World.Plan.Find(row.Circle!.Id));
    }

    /// <summary>Whoever is expected and did not come.</summary>
    public void End()
    {
        foreach (var (path, missing) in _open.OrderBy(one => one.Key, StringComparer.Ordinal))
            if (missing.Seal != Planned(new CircleId(path)))
                faults.Add(Rank.Link, path, $"it is not in the store, although {Holder(missing)} its seal");
    }

    private void Compare(Circle circle, Expectation expectation)
    {
        if (circle.Seal == expectation.Seal) return;
        if (unfinished && IsAhead(circle, expectation)) return;
        var older = expectation.Parent is null ? exported.Seals.LastOrDefault(seal =>
            seal.Scope == exported.Root && seal.Seal == circle.Seal.ToString()) : null;
        faults.Add(Rank.Link, circle.Id.Path, older is not null
            ? $"it was rolled back to the end of cycle {older.Cycle}"
            : expectation.Seal == Planned(circle.Id)
            ? $"it is in the store, although {expectation.Parent!.Id} knows it only as planned"
            : $"its seal agrees with its state, but {Holder(expectation)} another: "
                + $"{Short(expectation.Seal)}, not {Short(circle.Seal)}");
    }

    private void Expect(Circle circle, PlannedCircle planned)
    {
        for (var child = 0; child < circle.Links.Length; child++)
            _open[planned.Children[child].Path] = new Expectation(circle.Links[child].Seal, circle);
    }

    /// <summary>Whether a wave that was broken off explains that the parent holds an older seal.</summary>
    private static bool IsAhead(Circle circle, Expectation expectation) =>
        expectation.Parent is not { } parent || circle.Cycle > parent.Cycle
        || (circle.Cycle == parent.Cycle
            && circle.Answers.Any(given => given.Answer.Seal == expectation.Seal));

    private Digest Planned(CircleId circle) => Sealing.Planned(exported.World.Genesis, circle);

    private static string Holder(Expectation expectation) =>
        expectation.Parent is { } parent ? $"{parent.Id} holds" : "the exported seals have";

    private static string Short(Digest seal) => $"{seal.ToString()[..12]}...";
}
