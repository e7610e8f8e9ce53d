using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Storage.Proving;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;
using Federation.Storage.Verifying;

namespace Federation.Cli.Engine;

/// <summary>Writes the proof of one decision, and checks one with nothing else at hand.</summary>
internal static class Proofs
{
    /// <exception cref="CommandFailure">The decision is not sealed, or its record does not fit its seal.</exception>
    public static async Task<WrittenProof> Write(
        RunDirectory directory, DecisionReport decision, string file, string? store, CancellationToken stop)
    {
        var record = directory.Read();
        var world = Worlds.Open(record.Resolved());
        var root = world.Plan.Root.Path;
        var seal = directory.ReadSeals().LastOrDefault(one => one.Scope == root) ?? throw new CommandFailure(
            "unsealed", "The decision lies past the last exported seal, so nothing outside the store vouches for it",
            $"Let the run end: --resume --out {directory.Path}", directory.SealsFile);
        var source = await RunReading.Source(directory, record, world, store, stop);
        try
        {
            var proof = await DecisionProofs.OfAsync(
                source, world, new CircleId(decision.Circle), decision.Id, Digest.Parse(seal.Seal), stop);
            AtomicFile.Write(file, ProofFile.Write(proof));
            return new WrittenProof(
                file, new FileInfo(file).Length, proof.HashBytes, proof.Size, proof.Circles.Length, seal.Seal);
        }
        catch (ProofException broken)
        {
            throw new CommandFailure(
                "not_verifiable", $"The record does not prove it: {broken.Why}",
                $"See where it breaks: federation verify {directory.Path}", broken.Where, ExitCode.NotVerifiable,
                broken);
        }
    }

    /// <param name="published">The root's seal somebody holds from elsewhere; null when nobody does.</param>
    /// <exception cref="CommandFailure">It is no proof, or proves nothing; with the place.</exception>
    public static ProofReport Check(string file, string? published)
    {
        try
        {
            var proof = ProofFile.Read(file);
            var world = Worlds.Open(ResolvedScenario.FromJson(proof.Scenario));
            var entry = ProofCheck.Of(proof, world.Genesis);
            var circle = world.Plan.TryFind(new CircleId(proof.Circles[0].Path))
                ?? throw new ProofException("circles[0].circle", "the scenario plans no such circle");
            if (published is not null && published != $"{proof.Seal}")
                throw new ProofException("seal", $"the run's seal is {published}, the proof leads to {proof.Seal}");
            return new ProofReport(
                circle.Id.Path, proof.Index, entry.Decision, new EntryWords(world).Say(circle.Id, entry),
                $"{world.Genesis}", $"{proof.Seal}", published is not null, new FileInfo(file).Length, proof.HashBytes);
        }
        catch (ProofException broken)
        {
            throw new CommandFailure(
                "not_verifiable", $"It proves nothing: {broken.Why}", "Ask for the proof again, from another copy",
                $"{file}, {broken.Where}", ExitCode.NotVerifiable, broken);
        }
        catch (ScenarioException foreign)
        {
            throw new CommandFailure(
                "not_verifiable", $"Its scenario cannot be read: {foreign.Message.TrimEnd('.')}",
                "Use the version of the program it was written with", $"{file}, scenario", ExitCode.NotVerifiable,
                foreign);
        }
    }
}
