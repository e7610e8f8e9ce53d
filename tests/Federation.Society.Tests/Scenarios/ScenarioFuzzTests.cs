using System.Diagnostics;
using Federation.Society.Places;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;
using Federation.Testing.Fuzzing;
using Xunit.Abstractions;

namespace Federation.Society.Tests.Scenarios;

/// <summary>Whatever is done to a scenario's text, the reader ends soon, takes little, and says where it is
/// wrong.</summary>
public sealed class ScenarioFuzzTests(ITestOutputHelper output)
{
    private const int MutantsOfEach = 600;

    /// <summary>What reading may allocate: 64 MB and a hundred times the text.</summary>
    private const long BytesMax = 64L << 20;

    private static readonly TimeSpan Within = TimeSpan.FromSeconds(20);

    [Fact]
    public void A_damaged_scenario_is_refused_with_its_place_or_read()
    {
        var (read, refused, most) = (0, 0, 0L);
        foreach (var (name, text) in Corpus())
            for (var seed = 0; seed < MutantsOfEach; seed++)
            {
                var mutant = Mutant.Of(text, seed);
                var (watch, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
                try
                {
                    // The plan is made, so that a federation too large to be one is refused as well.
                    Worlds.Open(ScenarioReader.Parse(mutant, name));
                    read++;
                }
                catch (ScenarioException told)
                {
                    refused++;
                    Assert.All(told.Errors, error => Assert.True(
                        error.File.Length > 0 && error.Reason.Length > 0
                            && (error.Line > 0 || error.Key.Length > 0 || error.Reason.Contains("file", StringComparison.Ordinal)),
                        $"{name}, mutant {seed}: {error}"));
                }
                catch (Exception told) when (told is UnknownCircleException or InvalidFederationException)
                {
                    refused++;
                }
                catch (Exception thrown) when (thrown is not Xunit.Sdk.XunitException)
                {
                    Assert.Fail($"{name}, mutant {seed}: {thrown}");
                }

                var took = GC.GetAllocatedBytesForCurrentThread() - before;
                most = Math.Max(most, took);
                Assert.True(took < BytesMax + (100L * mutant.Length), $"{name}, mutant {seed}: {took} bytes");
                Assert.True(watch.Elapsed < Within, $"{name}, mutant {seed}: {watch.Elapsed}");
            }

        output.WriteLine($"{read + refused} mutants: {refused} refused, {read} read; at most {most >> 10} KB allocated");
        Assert.True(read > 0 && refused > read);
    }

    private static IEnumerable<(string Name, string Text)> Corpus() =>
        ScenarioCatalogue.Names.Select(name => (name, ScenarioCatalogue.Text(name)))
            .Append(("everything", File.ReadAllText(
                Path.Combine(Repository.Root, "tests/Federation.EndToEnd.Tests/scenarios/everything.yaml"))));
}
