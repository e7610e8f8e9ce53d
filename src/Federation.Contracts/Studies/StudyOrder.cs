using System.Collections.Immutable;
using Federation.Governance.Logbooks;

namespace Federation.Contracts.Studies;

/// <summary>One run of a study.</summary>
/// <param name="Run">Its number in the study.</param>
/// <param name="Scenario">As resolved, seed and replication included.</param>
public sealed record StudyJob(int Run, string Scenario);

/// <summary>All the runs a console wants of one silo now.</summary>
public sealed record StudyOrder(ImmutableArray<StudyJob> Jobs)
{
    /// <summary>Nothing any more.</summary>
    public static StudyOrder Nothing { get; } = new([]);

    public byte[] Encode()
    {
        var writer = new CanonicalWriter();
        writer.Version();
        writer.Int(Jobs.Length);
        foreach (var job in Jobs)
        {
            writer.Int(job.Run);
            writer.Text(job.Scenario);
        }

        return writer.ToArray();
    }

    /// <exception cref="MalformedEncodingException">These bytes are no order.</exception>
    public static StudyOrder Decode(ReadOnlySpan<byte> encoded)
    {
        var reader = new CanonicalReader(encoded);
        reader.Version();
        var jobs = ImmutableArray.CreateBuilder<StudyJob>();
        for (var left = reader.Int(); left > 0; left--) jobs.Add(new StudyJob(reader.Int(), reader.Text()));
        reader.End();
        return new StudyOrder(jobs.ToImmutable());
    }
}
