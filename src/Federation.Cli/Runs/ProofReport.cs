namespace Federation.Cli.Runs;

/// <summary>A decision proved from one file: the document of <c>verify PROOF</c>.</summary>
/// <param name="Circle">Which circle entered it.</param>
/// <param name="Entry">Its index in that circle's logbook.</param>
/// <param name="Says">The entry in words.</param>
/// <param name="Seal">The root's seal the proof leads to: to be compared with the one that was published.</param>
/// <param name="Compared">Whether it was, with --seal.</param>
/// <param name="Bytes">Of the file; <paramref name="HashBytes"/> of them say the hashes.</param>
public sealed record ProofReport(
    string Circle, long Entry, int Decision, string Says, string Genesis, string Seal, bool Compared, long Bytes,
    int HashBytes);

/// <summary>A proof that was written: what <c>explain --proof</c> adds to its document.</summary>
/// <param name="Entries">Of the logbook it is from.</param>
/// <param name="Circles">On the way to the root, both ends included.</param>
public sealed record WrittenProof(string File, long Bytes, int HashBytes, long Entries, int Circles, string Seal);
