using Federation.Governance.Circles;
using Federation.Governance.Federating;

namespace Federation.Testing.Simulating;

/// <summary>What came of a write.</summary>
internal enum Written { Done, Failed, Conflict, SiloDied }

/// <summary>The store all silos share: versions, pages that are written once, and a register.</summary>
internal sealed class Store
{
    private readonly Dictionary<CircleId, (int Version, byte[] Bytes)> _circles = [];
    private readonly Dictionary<(CircleId, int), byte[]> _pages = [];

    public IReadOnlyDictionary<CircleId, (int Version, byte[] Bytes)> Circles => _circles;

    public IReadOnlyDictionary<(CircleId Circle, int Number), byte[]> Pages => _pages;

    public (int Version, Answer[] Answers) Register { get; private set; } = (0, []);

    /// <summary>A circle as it is stored, and the version to write after.</summary>
    public (Circle Circle, int Version) Read(CircleId id) => _circles.TryGetValue(id, out var stored)
        ? (Circle.Decode(stored.Bytes), stored.Version)
        : (new Circle { Id = id }, 0);

    public int VersionOf(CircleId id) => _circles.TryGetValue(id, out var stored) ? stored.Version : 0;

    public void Write(Circle circle) => _circles[circle.Id] = (VersionOf(circle.Id) + 1, circle.Encode());

    /// <summary>What a commit that never came leaves behind: the state of before.</summary>
    public void Undo(CircleId id, (int Version, byte[] Bytes)? before)
    {
        if (before is { } known) _circles[id] = known;
        else _circles.Remove(id);
    }

    public void Write(CircleId circle, Governance.Logbooks.LogbookPage page) =>
        _pages.TryAdd((circle, page.Number), page.Encode());

    public void Write(Answer[] answers) => Register = (Register.Version + 1, answers);
}
