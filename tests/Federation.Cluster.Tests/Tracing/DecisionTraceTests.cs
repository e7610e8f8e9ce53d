using System.Diagnostics;
using System.Globalization;
using Federation.Contracts.Tracing;
using Federation.Grains.Tracing;
using Federation.Governance.Circles;
using Federation.Society.Places;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cluster.Tests.Tracing;

[Collection(nameof(SpanBook))]
public sealed class DecisionTraceTests(TracedRunFixture traced) : IClassFixture<TracedRunFixture>
{
    private readonly IReadOnlyList<Activity> _spans = traced.Spans;

    [Fact]
    public void Tracing_changes_no_seal() => Assert.Equal(traced.Expected.Seal, traced.Found.Seal);

    [Fact]
    public void Every_page_has_one_root_and_no_orphans()
    {
        var known = _spans.Select(span => (span.TraceId, span.SpanId)).ToHashSet();

        Assert.All(_spans.GroupBy(span => span.TraceId), page => Assert.Single(page, span => span.IsRoot()));
        Assert.All(_spans.Where(span => !span.IsRoot()),
            span => Assert.Contains((span.TraceId, span.ParentSpanId), known));
        Assert.Equal(_spans.Count, known.Count);
    }

    [Fact]
    public void Every_span_says_which_decision_and_which_circle() => Assert.All(_spans, span =>
    {
        Assert.NotNull(span.GetTagItem(Tags.Decision));
        Assert.NotEmpty(span.Text(Tags.Circle));
        Assert.Equal(span.Text(Tags.Circle).Count(letter => letter == '/'), span.GetTagItem(Tags.Depth));
    });

    [Fact]
    public void The_first_page_is_at_the_address_computed_beforehand()
    {
        var first = Root(TraceIds.Of(TracedRunFixture.Run, 1));
        var decision = traced.Found.Decisions[0];

        Assert.Equal(decision.Circle, first.Text(Tags.Circle));
        Assert.Equal(decision.Title, first.Text(Tags.Title));
        Assert.Equal("adopted", first.Text(Tags.Outcome));
        Assert.Equal(decision.CirclesAsked, first.GetTagItem(Tags.SpreadCircles));
        Assert.Equal(decision.CirclesAdapted, first.GetTagItem(Tags.SpreadAdapted));
        Assert.Equal(ActivityKind.Server, first.Kind);
    }

    [Fact]
    public void Every_circle_asked_decides_inside_its_parents_time()
    {
        var decides = _spans.Where(span => span.Decides()).ToList();
        var spans = _spans.ToDictionary(span => (span.TraceId, span.SpanId));
        var falling = decides.Where(span => span.GetTagItem(Tags.DecisionTrace) is null).ToList();

        Assert.Equal(
            1 + traced.Found.Decisions[0].CirclesAsked,
            falling.Select(span => span.Text(Tags.Circle)).Distinct().Count());
        Assert.All(falling.Where(span => !span.IsRoot() || span.Kind == ActivityKind.Consumer), span =>
        {
            var above = span.IsRoot() ? Linked(span, spans) : spans[(span.TraceId, span.ParentSpanId)];
            Assert.True(span.StartTimeUtc >= above.StartTimeUtc, "a child's span begins after its parent's");
            Assert.True(span.End() <= above.End(), "and ends before it");
            Assert.Equal(new CircleId(span.Text(Tags.Circle)).Parent!.Value.Path, above.Text(Tags.Circle));
        });
    }

    [Fact]
    public void Sources_are_levels_in_the_plans_order()
    {
        var plan = Worlds.Open(ScenarioCatalogue.Load("demo")).Plan;

        Assert.All(_spans, span => Assert.Equal(
            SpanSources.Prefix + plan.Find(new CircleId(span.Text(Tags.Circle))).Level, span.Source.Name));
        Assert.InRange(_spans.Select(span => span.Source.Name).Distinct().Count(), 3, 8);
    }

    [Fact]
    public void Pages_handed_over_name_their_child_and_are_linked_from_it()
    {
        var handed = _spans.Where(span => span.OperationName == SpanNames.HandOver).ToList();

        Assert.NotEmpty(handed);
        Assert.All(handed, span =>
        {
            var child = Root(span.Text(Tags.ChildTrace));
            Assert.Equal(ActivityKind.Consumer, child.Kind);
            Assert.Equal(span.Context.SpanId, Assert.Single(child.Links).Context.SpanId);
        });
        Assert.Equal(
            handed.Count,
            _spans.Count(span => span.IsRoot() && span.Kind == ActivityKind.Consumer));
    }

    [Fact]
    public void Pages_are_cut_where_the_plan_says()
    {
        var pages = new TracePages(Worlds.Open(ScenarioCatalogue.Load("demo")).Plan);
        var first = _spans.Where(span =>
            span.Decides() && span.GetTagItem(Tags.DecisionTrace) is null && Equals(span.GetTagItem(Tags.Version), 1));

        Assert.All(first, span => Assert.Equal(
            span.IsRoot(), pages.BeginsAt(new CircleId(span.Text(Tags.Circle)))));
    }

    [Fact]
    public void Every_link_leads_to_a_span()
    {
        var known = _spans.Select(span => (span.TraceId, span.SpanId)).ToHashSet();

        Assert.All(_spans.SelectMany(span => span.Links),
            link => Assert.Contains((link.Context.TraceId, link.Context.SpanId), known));
    }

    [Fact]
    public void The_way_up_can_be_followed_from_the_first_page()
    {
        var first = Root(TraceIds.Of(TracedRunFixture.Run, 1));
        var spans = _spans.ToDictionary(span => (span.TraceId, span.SpanId));

        var rising = first.Links.Select(link => spans[(link.Context.TraceId, link.Context.SpanId)]).ToList();

        Assert.Equal(traced.Found.Decisions[0].LevelsUp, rising.Count);
        Assert.All(rising, span =>
        {
            Assert.Equal(first.TraceId.ToHexString(), span.Text(Tags.DecisionTrace));
            Assert.Contains(_spans, up => up.ParentSpanId == span.SpanId && up.OperationName == SpanNames.ReferUpward);
        });
    }

    [Fact]
    public void Objections_are_as_many_as_the_outcome_says()
    {
        var raised = _spans.Where(span => span.OperationName == SpanNames.RaiseObjection).ToList();

        Assert.Equal(traced.Found.Decisions[0].Objections, raised.Count);
        Assert.All(raised, span => Assert.InRange(span.Text(Tags.ObjectionArgument).Length, 1, 200));
        Assert.Equal(raised.Count, _spans.Where(span => span.OperationName == SpanNames.AskConsent)
            .Sum(span => (int)span.GetTagItem(Tags.RoundObjections)!));
    }

    [Fact]
    public void An_objection_that_reached_the_owner_is_linked_to_where_it_was_raised()
    {
        var spans = _spans.ToDictionary(span => (span.TraceId, span.SpanId));
        var received = _spans.Where(span => span.OperationName == SpanNames.ReceiveObjection).ToList();

        Assert.NotEmpty(received);
        Assert.All(received, span =>
        {
            var objection = Linked(span, spans);
            Assert.Equal(SpanNames.RaiseObjection, objection.OperationName);
            Assert.Equal(span.Text(Tags.ObjectionFrom), objection.Text(Tags.Circle));
        });
    }

    [Fact]
    public void An_event_says_what_it_tells_of_without_its_span()
    {
        var raised = _spans.Where(span => span.OperationName == SpanNames.RaiseObjection).ToList();
        var adopted = Assert.Single(_spans.SelectMany(span => span.Events), told => told.Name == "decision.adopted");

        Assert.All(raised, span =>
        {
            var told = Assert.Single(span.Events);
            Assert.Contains(span.Text(Tags.ObjectionArgument), told.Said(Tags.Said), StringComparison.Ordinal);
            Assert.InRange(int.Parse(told.Said(Tags.Day), CultureInfo.InvariantCulture), 1, 1_000);
        });
        Assert.All(_spans.SelectMany(span => span.Events), told => Assert.NotEmpty(told.Said(Tags.CircleName)));
        Assert.Matches(@"islandable share of load [\d.]+ %, shared reserve [\d.]+ h$", adopted.Said(Tags.Said));
    }

    private Activity Root(string trace) =>
        Assert.Single(_spans, span => span.IsRoot() && span.TraceId.ToHexString() == trace);

    private static Activity Linked(
        Activity span, Dictionary<(ActivityTraceId, ActivitySpanId), Activity> spans)
    {
        var link = Assert.Single(span.Links);
        return spans[(link.Context.TraceId, link.Context.SpanId)];
    }
}
