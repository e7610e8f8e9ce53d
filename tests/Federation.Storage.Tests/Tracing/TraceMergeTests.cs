using System.Text.Json;
using Federation.Storage.Tests.Sql;
using Federation.Storage.Tracing;

namespace Federation.Storage.Tests.Tracing;

public sealed class TraceMergeTests : IDisposable
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Other = "1af7651916cd43dd8448eb211c80319c";

    private readonly TemporaryFolder _folder = new();

    private string Target => _folder.File("traces.jsonl");

    [Fact]
    public void Complete_lines_of_all_silos_are_copied_as_they_are()
    {
        var (first, second) = (Span(Trace, 1, null, 10, 90), Span(Trace, 2, 1, 20, 80));
        Write("silo-1", first + "\n");
        Write("silo-2", second + "\n");

        var merged = Merge();

        Assert.Equal(new Merged(2, 1, 0, 0), merged);
        Assert.Equal([first, second], File.ReadAllLines(Target));
    }

    [Fact]
    public void A_torn_last_line_is_dropped()
    {
        var whole = Span(Trace, 1, null, 10, 90);
        Write("silo-1", whole + "\n" + whole[..40]);

        var merged = Merge();

        Assert.Equal(new Merged(1, 1, 0, 1), merged);
        Assert.Equal([whole], File.ReadAllLines(Target));
    }

    [Fact]
    public void A_line_torn_before_the_silo_came_back_is_dropped_too()
    {
        var whole = Span(Trace, 1, null, 10, 90);
        Write("silo-1", whole[..40]);
        using (new SpanFile(SpanFile.PathOf(_folder.File("."), "silo-1"))) { }
        File.AppendAllText(_folder.File("traces-silo-1.jsonl"), whole + "\n");

        Assert.Equal(new Merged(1, 1, 0, 1), Merge());
    }

    [Fact]
    public void A_parent_that_died_with_its_silo_gets_a_placeholder_below_the_root()
    {
        Write("silo-1", Span(Trace, 1, null, 10, 90) + "\n");
        Write("silo-2", Span(Trace, 3, 2, 30, 50) + "\n" + Span(Trace, 4, 2, 40, 70) + "\n");

        var merged = Merge();

        Assert.Equal(new Merged(3, 1, 1, 0), merged);
        var lost = Spans(File.ReadAllLines(Target)[^1]);
        Assert.Equal("0000000000000002", lost.GetProperty("spanId").GetString());
        Assert.Equal("0000000000000001", lost.GetProperty("parentSpanId").GetString());
        Assert.Equal(("30", "70"), (
            lost.GetProperty("startTimeUnixNano").GetString(), lost.GetProperty("endTimeUnixNano").GetString()));
        Assert.Equal(
            """[{"key":"federation.lost","value":{"boolValue":true}},{"key":"federation.decision.id","value":{"intValue":"7"}}]""",
            lost.GetProperty("attributes").GetRawText());
    }

    [Fact]
    public void What_was_linked_to_and_died_with_its_silo_gets_a_placeholder_too()
    {
        const string link = "\"links\":[{\"traceId\":\"" + Other + "\",\"spanId\":\"0000000000000009\"}],";
        var linking = Span(Trace, 1, null, 10, 90).Replace("\"name\"", link + "\"name\"", StringComparison.Ordinal);
        Write("silo-1", linking + "\n");

        var merged = Merge();

        Assert.Equal(new Merged(1, 1, 1, 0), merged);
        var lost = Spans(File.ReadAllLines(Target)[^1]);
        Assert.Equal((Other, "0000000000000009"), Id(lost));
        Assert.False(HasParent(lost));
        Assert.Equal(("10", "10"), (
            lost.GetProperty("startTimeUnixNano").GetString(), lost.GetProperty("endTimeUnixNano").GetString()));
    }

    [Fact]
    public void Where_the_root_died_a_page_still_has_one_root()
    {
        Write("silo-1", Span(Trace, 3, 2, 30, 50) + "\n" + Span(Trace, 5, 4, 30, 50) + "\n"
            + Span(Other, 3, null, 1, 2) + "\n");

        var merged = Merge();

        Assert.Equal(new Merged(3, 2, 2, 0), merged);
        var spans = File.ReadAllLines(Target).Select(Spans).ToList();
        var ids = spans.Select(Id).ToHashSet();
        Assert.All(spans.Where(HasParent), span => Assert.Contains(
            (span.GetProperty("traceId").GetString(), span.GetProperty("parentSpanId").GetString()), ids));
        Assert.All(spans.GroupBy(span => span.GetProperty("traceId").GetString()),
            page => Assert.Single(page, span => !HasParent(span)));
    }

    [Fact]
    public void A_line_longer_than_a_block_is_read_whole()
    {
        var spans = string.Join(",", Enumerable.Range(2, 3000).Select(id => SpanJson(Trace, id, 1, 10, 20)));
        Write("silo-1", Line(SpanJson(Trace, 1, null, 0, 90) + "," + spans) + "\n");

        Assert.Equal(new Merged(3001, 1, 0, 0), Merge());
    }

    public void Dispose() => _folder.Dispose();

    private Merged Merge() => TraceMerge.Run(_folder.File("."), Target);

    private void Write(string silo, string text) => File.WriteAllText(_folder.File($"traces-{silo}.jsonl"), text);

    private static string Span(string trace, int id, int? parent, int from, int to) =>
        Line(SpanJson(trace, id, parent, from, to));

    private static string Line(string spans) =>
        """{"resourceSpans":[{"resource":{"attributes":[]},"scopeSpans":[{"spans":[""" + spans + "]}]}]}";

    private static string SpanJson(string trace, int id, int? parent, int from, int to)
    {
        var above = parent is { } known ? $"\"parentSpanId\":\"{known:x16}\"," : "";
        return $$$"""
            {"traceId":"{{{trace}}}","spanId":"{{{id:x16}}}",{{{above}}}"name":"decide",
            "startTimeUnixNano":"{{{from}}}","endTimeUnixNano":"{{{to}}}","attributes":
            [{"key":"federation.decision.id","value":{"intValue":"7"}}]}
            """.ReplaceLineEndings("");
    }

    private static JsonElement Spans(string line) => JsonDocument.Parse(line).RootElement
        .GetProperty("resourceSpans")[0].GetProperty("scopeSpans")[0].GetProperty("spans")[0];

    private static (string?, string?) Id(JsonElement span) =>
        (span.GetProperty("traceId").GetString(), span.GetProperty("spanId").GetString());

    private static bool HasParent(JsonElement span) => span.TryGetProperty("parentSpanId", out _);
}
