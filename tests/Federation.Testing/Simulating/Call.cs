using Federation.Governance.Circles;
using Federation.Governance.Federating;

namespace Federation.Testing.Simulating;

/// <summary>What a circle says to whoever asked it.</summary>
internal abstract record Told
{
    public sealed record Answered(byte[] Answer) : Told;
    public sealed record Refused(Refusal Refusal, string Why) : Told;

    /// <summary>It did not work, and nobody knows how far it came: worth asking again.</summary>
    public sealed record Failed : Told;
}

/// <summary>A request on its way, asked again until it is answered or refused.</summary>
internal sealed class Call(CircleId circle, Request request, int child, Action<Told> told)
{
    public CircleId Circle => circle;
    public byte[] Request { get; } = request.Encode();

    /// <summary>The child's number at whoever asks; -1 for the register's.</summary>
    public int Child => child;

    public Silo? To { get; set; }
    public int Attempt { get; set; }
    public bool IsOver { get; set; }

    public void Tell(Told what)
    {
        if (IsOver) return;
        IsOver = true;
        told(what);
    }
}
