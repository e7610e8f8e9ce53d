using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Federation.Governance.Logbooks;
using Federation.Storage.Inputs;

namespace Federation.Storage.Proving;

/// <summary>A proof as one JSON file.</summary>
public static class ProofFile
{
    /// <summary>What the first line of every proof says it is.</summary>
    public const string Kind = "federation decision proof 1";

    /// <summary>More bytes than this are not read.</summary>
    public const int BytesMax = 4 << 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        MaxDepth = 8,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    private sealed record Written(
        string Proof, string Scenario, string Entry, long Index, long Size, string[] Path, WrittenCircle[] Circles,
        string Seal);

    private sealed record WrittenCircle(
        string Circle, int Cycle, string State, string Root, long Size, string[] Children);

    /// <summary>The file's text.</summary>
    public static string Write(DecisionProof proof) => JsonSerializer.Serialize(new Written(
        Kind, proof.Scenario, Convert.ToHexStringLower(proof.Entry.AsSpan()), proof.Index, proof.Size,
        Words(proof.Path),
        [.. proof.Circles.Select(circle => new WrittenCircle(
            circle.Path, circle.Cycle, $"{circle.State}", $"{circle.Root}", circle.Size, Words(circle.Children)))],
        $"{proof.Seal}"), Json) + "\n";

    /// <exception cref="ProofException">It is no proof; where, and why.</exception>
    /// <exception cref="InputException">It cannot be read, or is larger.</exception>
    public static DecisionProof Read(string file) => Parse(InputFile.Text(file, BytesMax));

    /// <exception cref="ProofException">It is no proof; where, and why.</exception>
    public static DecisionProof Parse(string text)
    {
        Written written;
        try
        {
            written = JsonSerializer.Deserialize<Written>(text, Json)
                ?? throw new ProofException("the file", "it is null");
        }
        catch (JsonException bad)
        {
            var line = bad.LineNumber is { } number ? $"line {number + 1}: " : "";
            throw new ProofException(
                bad.Path ?? "$", $"{line}it is no JSON, or no member of a proof, or one is missing or of another type");
        }
        catch (ArgumentException)
        {
            throw new ProofException("the file", "it is no text in UTF-8");
        }

        if (written.Proof != Kind) throw new ProofException("proof", $"it is not \"{Kind}\"");
        return new DecisionProof(
            written.Scenario, Bytes(written.Entry), written.Index, written.Size, Digests(written.Path, "path"),
            [.. written.Circles.Select(Circle)], Digest(written.Seal, "seal"));
    }

    private static SealedCircle Circle(WrittenCircle? circle, int at) => circle is null
        ? throw new ProofException($"circles[{at}]", "it is null")
        : new SealedCircle(
            circle.Circle, circle.Cycle, Digest(circle.State, $"circles[{at}].state"),
            Digest(circle.Root, $"circles[{at}].root"), circle.Size,
            Digests(circle.Children, $"circles[{at}].children"));

    private static string[] Words(ImmutableArray<Digest> digests) => [.. digests.Select(digest => $"{digest}")];

    private static ImmutableArray<Digest> Digests(string[] words, string where) =>
        [.. words.Select((word, at) => Digest(word, $"{where}[{at}]"))];

    private static Digest Digest(string? word, string where)
    {
        try
        {
            return Governance.Logbooks.Digest.Parse(word ?? "");
        }
        catch (FormatException)
        {
            throw new ProofException(where, "it is no SHA-256 in 64 lower-case hexadecimal digits");
        }
    }

    private static ImmutableArray<byte> Bytes(string hex)
    {
        try
        {
            return [.. Convert.FromHexString(hex)];
        }
        catch (FormatException)
        {
            throw new ProofException("entry", "it is no bytes in hexadecimal digits");
        }
    }
}
