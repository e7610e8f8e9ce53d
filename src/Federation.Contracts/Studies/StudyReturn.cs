using System.Collections.Immutable;
using Federation.Governance.Logbooks;

namespace Federation.Contracts.Studies;

/// <summary>A run that came to an end.</summary>
/// <param name="Measures">Every measure, in the program's order; none where it failed. Not-a-number where one
/// has no meaning.</param>
/// <param name="Failure">Why it has none; empty when it has.</param>
public sealed record StudyResult(int Run, ImmutableArray<double> Measures, string Failure);

/// <summary>What a silo has to say to an order.</summary>
/// <param name="Build">What computes there: figures of another build must not stand beside ours.</param>
/// <param name="Cores">How many runs it does at once, for all studies together.</param>
/// <param name="Results">Of the runs ordered, those that are done; told again until they are ordered no more.</param>
public sealed record StudyReturn(string Build, int Cores, ImmutableArray<StudyResult> Results)
{
    public byte[] Encode()
    {
        var writer = new CanonicalWriter();
        writer.Version();
        writer.Text(Build);
        writer.Int(Cores);
        writer.Int(Results.Length);
        foreach (var result in Results)
        {
            writer.Int(result.Run);
            writer.Text(result.Failure);
            writer.Int(result.Measures.Length);
            // Bit for bit: a mean of measures need not be a multiple of 2^-40.
            foreach (var measure in result.Measures) writer.ULong(BitConverter.DoubleToUInt64Bits(measure));
        }

        return writer.ToArray();
    }

    /// <exception cref="MalformedEncodingException">These bytes are no return.</exception>
    public static StudyReturn Decode(ReadOnlySpan<byte> encoded)
    {
        var reader = new CanonicalReader(encoded);
        reader.Version();
        var (build, cores) = (reader.Text(), reader.Int());
        var results = ImmutableArray.CreateBuilder<StudyResult>();
        for (var left = reader.Int(); left > 0; left--)
        {
            var (run, failure) = (reader.Int(), reader.Text());
            var measures = ImmutableArray.CreateBuilder<double>();
            for (var more = reader.Int(); more > 0; more--)
                measures.Add(BitConverter.UInt64BitsToDouble(reader.ULong()));
            results.Add(new StudyResult(run, measures.ToImmutable(), failure));
        }

        reader.End();
        return new StudyReturn(build, cores, results.ToImmutable());
    }
}
