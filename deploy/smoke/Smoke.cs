namespace Federation.Smoke;

/// <summary>Whether a run can be looked at in Jaeger: each decision's first page, and the pages it names.</summary>
internal static class Smoke
{
    private const string Decide = "decide ";

    /// <returns>What is missing or wrong, in sentences; empty when all is well.</returns>
    public static async Task<IReadOnlyList<string>> Run(JaegerApi jaeger, RunFile run, TextWriter told)
    {
        var complaints = new List<string>();
        var services = await jaeger.Services();
        foreach (var decision in run.Decisions)
        {
            var spans = await jaeger.Trace(decision.TraceId);
            var pages = spans.Count == 0 ? [] : await Pages(jaeger, spans);
            complaints.AddRange(Complaints(decision, spans, pages, services)
                .Select(complaint => $"Decision {decision.Id}, trace {decision.TraceId}: {complaint}"));
            var all = spans.Concat(pages.Values.SelectMany(page => page)).ToList();
            told.WriteLine(
                $"Decision {decision.Id}: {all.Count} spans on {1 + pages.Count} pages, "
                + $"services {string.Join(", ", all.Select(span => span.Service).Distinct())}.");
        }

        return complaints;
    }

    private static async Task<Dictionary<string, IReadOnlyList<ToldSpan>>> Pages(
        JaegerApi jaeger, IReadOnlyList<ToldSpan> first)
    {
        var pages = new Dictionary<string, IReadOnlyList<ToldSpan>>(StringComparer.Ordinal);
        var waiting = new Queue<string>(Named(first));
        while (waiting.TryDequeue(out var id))
        {
            if (pages.ContainsKey(id)) continue;
            pages[id] = await jaeger.Trace(id);
            foreach (var next in Named(pages[id])) waiting.Enqueue(next);
        }

        return pages;
    }

    private static IEnumerable<string> Named(IEnumerable<ToldSpan> spans) => spans
        .Select(span => span.Attributes.GetValueOrDefault("federation.trace.child_id", "")).Where(id => id.Length > 0);

    private static IEnumerable<string> Complaints(
        ToldDecision decision, IReadOnlyList<ToldSpan> first, Dictionary<string, IReadOnlyList<ToldSpan>> pages,
        IReadOnlySet<string> services)
    {
        if (first.Count == 0)
        {
            yield return "Jaeger does not know it.";
            yield break;
        }

        foreach (var (id, _) in pages.Where(page => page.Value.Count == 0))
            yield return $"page {id} is named and not there.";
        foreach (var page in pages.Values.Prepend(first).Where(page => page.Count > 0))
        {
            var known = page.Select(span => span.Id).ToHashSet();
            var roots = page.Count(span => span.Parent.Length == 0);
            if (roots != 1) yield return $"a page has {roots} roots.";
            var orphans = page.Count(span => span.Parent.Length > 0 && !known.Contains(span.Parent));
            if (orphans > 0) yield return $"{orphans} spans have lost their parents.";
        }

        var root = first.FirstOrDefault(span => span.Parent.Length == 0);
        var owner = root?.Attributes.GetValueOrDefault("federation.circle.id", "");
        if (root is not null && owner != decision.Circle)
            yield return $"it begins at {owner}, the decision was {decision.Circle}'s.";
        var all = first.Concat(pages.Values.SelectMany(page => page)).ToList();
        var circles = all.Where(span => span.Name.StartsWith(Decide, StringComparison.Ordinal))
            .Select(span => span.Attributes.GetValueOrDefault("federation.circle.id", "")).Distinct().LongCount();
        if (circles != 1 + decision.CirclesAsked)
            yield return $"{circles} circles decide in it, the run asked {decision.CirclesAsked} and the owner.";
        foreach (var service in all.Select(span => span.Service).Distinct().Where(name => !services.Contains(name)))
            yield return $"service {service} is not in Jaeger's list.";
    }
}
