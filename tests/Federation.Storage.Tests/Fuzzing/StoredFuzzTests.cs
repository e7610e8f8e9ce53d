using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Society.Runs;
using Federation.Storage.Proving;
using Federation.Storage.Records;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;
using Federation.Testing.Fuzzing;
using Xunit.Abstractions;

namespace Federation.Storage.Tests.Fuzzing;

/// <summary>Whatever is done to stored bytes or to a proof, their readers refuse it by name, soon and cheaply.</summary>
public sealed class StoredFuzzTests(ITestOutputHelper output)
{
    /// <summary>What reading a payload may allocate: 1 MB and two hundred times its bytes.</summary>
    private const long BytesMax = 1 << 20;

    private static readonly ReplayedRecord Run = ReplayedRecord.Of(Worlds.Open(ScenarioCatalogue.Load("country")));

    [Fact]
    public void Damaged_payloads_are_refused_as_malformed_and_never_written_back_otherwise()
    {
        var circle = Run.Circles.Values.MaxBy(one => one.Encode().Length)!;
        var page = Run.Circles.Values.Where(one => one.Logbook.Pages > 0).Select(one => Run.Page(one.Id, 0)!).FirstOrDefault();
        var register = new RegisterRecord("{}", [.. Run.Answers.Select(given => given.Answer)]);
        var total = Damage("circle", circle.Encode(), bytes => Circle.Decode(bytes).Encode())
            + Damage("answer", Run.Answers[^1].Answer.Encode(), bytes => Answer.Decode(bytes).Encode())
            + Damage("entry", circle.Logbook.Open[^1].Encode(), bytes => Entry.Decode(bytes).Encode())
            + Damage("register", register.Encode(), bytes => RegisterRecord.Decode(bytes).Encode())
            + (page is null ? 0 : Damage("page", page.Encode(), bytes => LogbookPage.Decode(bytes).Encode()));
        output.WriteLine($"{total} damaged payloads");
    }

    [Fact]
    public async Task Damaged_proofs_are_refused_with_their_place()
    {
        var world = Run.Circles.Count > 0 ? Worlds.Open(ScenarioCatalogue.Load("country")) : null!;
        var decision = Outcomes.Of(world, Run.Register).Decisions[0];
        var text = ProofFile.Write(await DecisionProofs.OfAsync(
            Run, world, new CircleId(decision.Circle), decision.Id, Run.Register.RootSeal!.Value));
        var (proved, refused) = (0, 0);
        for (var seed = 0; seed < 4000; seed++)
        {
            try
            {
                var proof = ProofFile.Parse(Mutant.Of(text, seed));
                ProofCheck.Of(proof, Worlds.Open(ResolvedScenario.FromJson(proof.Scenario)).Genesis);
                proved++;
            }
            catch (ProofException told)
            {
                Assert.True(told.Where.Length > 0 && told.Why.Length > 0);
                refused++;
            }
            catch (Exception told) when (told is ScenarioException or Federation.Society.Places.UnknownCircleException
                or Federation.Society.Places.InvalidFederationException)
            {
                refused++;
            }
        }

        output.WriteLine($"{proved + refused} damaged proofs: {refused} refused, {proved} unharmed");
        Assert.True(refused > 10 * proved);
    }

    private delegate byte[] Reader(ReadOnlySpan<byte> bytes);

    private static int Damage(string what, byte[] bytes, Reader read)
    {
        Assert.Equal(bytes, read(bytes));
        const int Mutants = 3000;
        for (var seed = 0; seed < Mutants; seed++)
        {
            var mutant = Mutant.Of(bytes.AsSpan(), seed);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Assert.True(read(mutant).AsSpan().SequenceEqual(mutant), $"{what}, mutant {seed}: read, and written back otherwise");
            }
            catch (MalformedEncodingException) { }
            catch (Exception thrown) when (thrown is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{what}, mutant {seed}: {thrown}");
            }

            var took = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(took < BytesMax + (200L * mutant.Length), $"{what}, mutant {seed}: {took} bytes");
        }

        return Mutants;
    }
}
