using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;

namespace Federation.Storage.Proving;

/// <summary>Follows a proof from its entry to the root's seal, with nothing at hand but the proof.</summary>
public static class ProofCheck
{
    /// <summary>The entry that was proved.</summary>
    /// <param name="genesis">Of the run: made from the proof's own scenario.</param>
    /// <exception cref="ProofException">It proves nothing; the first place that does not fit.</exception>
    public static Entry Of(DecisionProof proof, Digest genesis)
    {
        var entry = Read(proof);
        if (proof.Circles.IsEmpty) throw new ProofException("circles", "there is none");
        var (deciding, root) = (proof.Circles[0], Root(proof));
        if (deciding.Root != root || deciding.Size != proof.Size)
            throw new ProofException("path", "it does not lead from the entry to the logbook of its circle");
        for (var i = 0; i < proof.Circles.Length; i++)
        {
            var seal = Sealing.Of(Checked(proof.Circles[i], i), genesis);
            if (i == proof.Circles.Length - 1)
            {
                if (proof.Circles[i].Path.Contains('/', StringComparison.Ordinal))
                    throw new ProofException($"circles[{i}]", "the last circle is no root");
                if (seal != proof.Seal)
                    throw new ProofException("seal", $"the circles give {Short(seal)}, not {Short(proof.Seal)}");
                break;
            }

            var above = proof.Circles[i + 1];
            if (new CircleId(proof.Circles[i].Path).Parent?.Path != above.Path)
                throw new ProofException(
                    $"circles[{i + 1}].circle", $"it is not what {proof.Circles[i].Path} is part of");
            if (!above.Children.Contains(seal))
                throw new ProofException(
                    $"circles[{i + 1}].children",
                    $"the seal of {proof.Circles[i].Path}, {Short(seal)}, is not among them");
        }

        return entry;
    }

    private static Entry Read(DecisionProof proof)
    {
        try
        {
            return Entry.Decode(proof.Entry.AsSpan());
        }
        catch (MalformedEncodingException bad)
        {
            throw new ProofException("entry", bad.Message.TrimEnd('.'));
        }
    }

    private static Digest Root(DecisionProof proof)
    {
        try
        {
            return InclusionProof.RootFrom(
                MerkleFrontier.Leaf(proof.Entry.AsSpan()), proof.Index, proof.Size, proof.Path);
        }
        catch (ArgumentException bad)
        {
            throw new ProofException("path", bad.Message.TrimEnd('.'));
        }
    }

    private static SealedState Checked(SealedCircle circle, int at) =>
        circle.Path.Length > 0 && CircleId.IsPath(circle.Path)
            ? new SealedState(
                circle.Path, circle.Cycle, circle.State, circle.Root, circle.Size, circle.Children)
            : throw new ProofException($"circles[{at}].circle", "it is no circle's path");

    private static string Short(Digest seal) => $"{seal.ToString()[..12]}...";
}
