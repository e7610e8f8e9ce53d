using System.Collections.Immutable;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;

namespace Federation.Storage.Records;

/// <summary>What is stored of a run's register: the scenario and every answer it was given.</summary>
/// <remarks>The register itself follows from these; see <see cref="Register"/>.</remarks>
public sealed record RegisterRecord(string Scenario, ImmutableArray<Answer> Answers)
{
    public byte[] Encode()
    {
        var writer = new CanonicalWriter();
        writer.Version();
        writer.Text(Scenario);
        writer.Int(Answers.Length);
        foreach (var answer in Answers) writer.Bytes(answer.Encode());
        return writer.ToArray();
    }

    /// <exception cref="MalformedEncodingException">The bytes are no register's state.</exception>
    public static RegisterRecord Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new CanonicalReader(bytes);
        reader.Version();
        var scenario = reader.Text();
        var answers = ImmutableArray.CreateBuilder<Answer>();
        for (var left = reader.Count(); left > 0; left--)
            answers.Add(Answer.Decode(reader.Bytes()));
        reader.End();
        return new RegisterRecord(scenario, answers.DrainToImmutable());
    }
}
