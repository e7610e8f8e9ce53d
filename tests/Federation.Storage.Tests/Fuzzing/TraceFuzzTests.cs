using System.Text;
using System.Text.Json;
using Federation.Storage.Tests.Sql;
using Federation.Storage.Tracing;
using Federation.Testing.Fuzzing;
using Xunit.Abstractions;

namespace Federation.Storage.Tests.Fuzzing;

/// <summary>Whatever is done to the spans a silo wrote, they are merged, and every line of the page can be read: what
/// cannot is left out and counted.</summary>
public sealed class TraceFuzzTests(ITestOutputHelper output) : IDisposable
{
    private const int Texts = 2000;
    private const long BytesMax = 4 << 20;

    private const string Page = "\"traceId\":\"0af7651916cd43dd8448eb211c80319c\"";

    private const string Spans =
        "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{\"stringValue\":\"circle\"}}]},"
        + "\"scopeSpans\":[{\"scope\":{\"name\":\"federation\"},\"spans\":[{" + Page + ",\"spanId\":\"00000000000000a1\",\"kind\":2,"
        + "\"name\":\"convene\",\"startTimeUnixNano\":\"10\",\"endTimeUnixNano\":\"90\","
        + "\"attributes\":[{\"key\":\"decision\",\"value\":{\"intValue\":\"1\"}}]}]}]}]}\n"
        + "{\"resourceSpans\":[{\"resource\":{\"attributes\":[]},\"scopeSpans\":[{\"spans\":[{" + Page + ","
        + "\"spanId\":\"00000000000000a3\",\"parentSpanId\":\"00000000000000a2\",\"name\":\"convene\","
        + "\"startTimeUnixNano\":\"30\",\"endTimeUnixNano\":\"50\"}]}]}]}\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Damaged_spans_are_left_out_and_counted()
    {
        var target = _folder.File("merged.jsonl");
        var (whole, torn) = (0L, 0L);
        for (var seed = 0; seed < Texts; seed++)
        {
            var bytes = seed % 4 == 3 ? Mutant.Of(Encoding.UTF8.GetBytes(Spans).AsSpan(), seed) : Encoding.UTF8.GetBytes(Mutant.Of(Spans, seed));
            File.WriteAllBytes(_folder.File("traces-silo-1.jsonl"), bytes);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Merged merged;
            try
            {
                merged = TraceMerge.Run(_folder.File("."), target);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"mutant {seed}", fault);
            }

            (whole, torn) = (whole + merged.Spans, torn + merged.Torn);
            foreach (var line in File.ReadAllText(target).Split('\n', StringSplitOptions.RemoveEmptyEntries)) JsonDocument.Parse(line).Dispose();
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < BytesMax + (200L * bytes.Length), $"mutant {seed}");
        }

        output.WriteLine($"{Texts} damaged files: {whole} spans kept, {torn} lines left out");
        Assert.True(whole > 0 && torn > 0);
    }
}
