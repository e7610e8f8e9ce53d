using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Society.Runs;
using Federation.Storage.Proving;
using Federation.Storage.Records;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;
using Federation.Storage.Tests.Sql;
using Federation.Storage.Tests.Verifying;
using Xunit.Abstractions;

namespace Federation.Storage.Tests.Proving;

public sealed class ProofTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("cohousing")]
    [InlineData("endenburg-1976")]
    [InlineData("country")]
    public async Task Every_settled_decision_is_proved_from_one_file(string scenario)
    {
        var run = await RecordedRun.Of(ScenarioCatalogue.Load(scenario), _folder.Store());
        var (world, seal) = (run.Exported.World, Digest.Parse(run.Exported.Last!.Seal));
        foreach (var decision in Outcomes.Of(world, run.Replayed.Register).Decisions)
        {
            var stored = await DecisionProofs.OfAsync(
                new StoredRecord(run.Rows), world, new CircleId(decision.Circle), decision.Id, seal);
            var replayed = await DecisionProofs.OfAsync(
                run.Replayed, world, new CircleId(decision.Circle), decision.Id, seal);
            var text = ProofFile.Write(stored);

            var entry = Checked(ProofFile.Parse(text));

            Assert.Equal(decision.Id, entry.Decision);
            Assert.Equal(text, ProofFile.Write(replayed));
        }
    }

    [Fact]
    public async Task Whatever_is_changed_in_a_proof_is_found_and_located()
    {
        var text = await Proof();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        for (var at = text.IndexOf("\"entry\"", StringComparison.Ordinal); at < text.Length; at += 7)
        {
            if (!char.IsAsciiHexDigit(text[at]) || text[at - 1] == '\\') continue;
            var changed = $"{text[..at]}{(text[at] == '1' ? '2' : '1')}{text[(at + 1)..]}";
            if (changed == text) continue;
            ProofException? refused = null;
            try
            {
                Checked(ProofFile.Parse(changed));
            }
            catch (ProofException proves)
            {
                refused = proves;
            }

            Assert.True(refused is not null, $"byte {at} of the proof may be {changed[at]}: {changed[Math.Max(0, at - 40)..at]}");
            found.Add(refused.Where);
        }

        output.WriteLine(string.Join(Environment.NewLine, found));
        Assert.True(found.Count > 3);
    }

    [Fact]
    public async Task Another_circle_cannot_be_put_in_place_of_the_one_that_decided()
    {
        var proof = JsonNode.Parse(await Proof())!;
        var circles = proof["circles"]!.AsArray();
        circles[0]!["circle"] = "full/elsewhere";

        var refused = Assert.Throws<ProofException>(() => Checked(ProofFile.Parse(proof.ToJsonString())));

        Assert.StartsWith("circles[", refused.Where);
    }

    [Fact]
    public async Task A_proof_of_another_scenario_leads_to_another_seal()
    {
        var proof = JsonNode.Parse(await Proof())!;
        proof["scenario"] = ResolvedScenario.ToJson(ScenarioCatalogue.Load("cohousing") with { Seed = 77 });

        Assert.Throws<ProofException>(() => Checked(ProofFile.Parse(proof.ToJsonString())));
    }

    [Fact]
    public async Task What_lies_past_the_exported_seal_is_not_proved_by_an_older_one()
    {
        var run = await RecordedRun.Of(ScenarioCatalogue.Load("cohousing"), _folder.Store());
        var decision = Outcomes.Of(run.Exported.World, run.Replayed.Register).Decisions[0];

        var refused = await Assert.ThrowsAsync<ProofException>(() => DecisionProofs.OfAsync(
            run.Replayed, run.Exported.World, new CircleId(decision.Circle), decision.Id,
            Digest.Parse(run.Exported.Seals[0].Seal)));

        Assert.Equal("seal", refused.Where);
    }

    /// <summary>Logarithmic in history, depth times fan-out in space; a federation of fan-out 8.</summary>
    [Fact]
    public void A_proof_grows_with_the_logarithm_of_history_and_of_the_federation()
    {
        var sizes = new List<(int Circles, int Entries, int Hashes, int Bytes)>();
        foreach (var depth in (int[])[4, 5, 6, 7, 8])
            foreach (var entries in (int[])[10, 100, 1_000, 10_000])
            {
                var proof = Synthetic(depth, entries);
                Assert.Equal(1, ProofCheck.Of(proof, default).Decision);
                var circles = Enumerable.Range(0, depth).Sum(level => (int)Math.Pow(8, level));
                sizes.Add((circles, entries, proof.HashBytes, ProofFile.Write(proof).Length));
            }

        foreach (var (circles, entries, hashes, bytes) in sizes)
            output.WriteLine($"{circles,9:#,0} circles, {entries,6:#,0} entries: {hashes,5:#,0} bytes of hashes, {bytes,6:#,0} of JSON");
        Assert.True(sizes[^1].Hashes < 3 * sizes[0].Hashes);
    }

    private static DecisionProof Synthetic(int depth, int entries)
    {
        var decided = new Entry(
            EntryKind.Decided, 1, 1, 1, 1, 1, new(), Argument.None, null, null);
        var leaves = Enumerable.Range(0, entries).Select(i => MerkleFrontier.Leaf((decided with { Day = i }).Encode())).ToArray();
        var index = entries / 2;
        var path = InclusionProof.Path(leaves, index);
        var (tree, circles, below) = (MerkleFrontier.Empty, ImmutableArray.CreateBuilder<SealedCircle>(), default(Digest));
        foreach (var leaf in leaves) tree = tree.Append(leaf);
        for (var level = depth; level > 0; level--)
        {
            var name = string.Join('/', Enumerable.Repeat("c", level));
            ImmutableArray<Digest> children = level == depth ? [] : [.. Enumerable.Repeat(default(Digest), 7), below];
            circles.Add(new SealedCircle(name, 1, default, level == depth ? tree.Root : default, level == depth ? entries : 1, children));
            below = Sealing.Of(new SealedState(name, 1, default, circles[^1].Root, circles[^1].Size, children), default);
        }

        return new DecisionProof(
            "", [.. (decided with { Day = index }).Encode()], index, entries, path, circles.ToImmutable(), below);
    }

    private async Task<string> Proof()
    {
        var run = await RecordedRun.Of(ScenarioCatalogue.Load("cohousing"), _folder.Store());
        var decision = Outcomes.Of(run.Exported.World, run.Replayed.Register).Decisions[0];
        return ProofFile.Write(await DecisionProofs.OfAsync(
            run.Replayed, run.Exported.World, new CircleId(decision.Circle), decision.Id,
            Digest.Parse(run.Exported.Last!.Seal)));
    }

    private static Entry Checked(DecisionProof proof) =>
        ProofCheck.Of(proof, Worlds.Open(ResolvedScenario.FromJson(proof.Scenario)).Genesis);
}
