using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Federation.Cli.Tests.Reports;

/// <summary>A page as Chromium shows it, and everything it complained of or asked the world for.</summary>
internal sealed class Visit
{
    private readonly Browser _browser;
    private readonly string _session;

    private Visit(Browser browser, string session) => (_browser, _session) = (browser, session);

    /// <summary>Errors and warnings of scripts, styles and policy.</summary>
    public ConcurrentQueue<string> Complaints { get; private init; } = [];

    /// <summary>Addresses asked for, but the page's own file and what stands in it.</summary>
    public ConcurrentQueue<string> Requests { get; private init; } = [];

    /// <param name="width">Of the window, in CSS pixels; below 500 it is a phone's.</param>
    public static async Task<Visit> To(Browser browser, string file, int width, bool dark = false)
    {
        var (complaints, requests) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var page = new Uri(file).AbsoluteUri;
        var session = await browser.Open((method, told) =>
        {
            if (method == "Page.loadEventFired") loaded.TrySetResult();
            if (method == "Runtime.exceptionThrown" || method == "Log.entryAdded"
                || (method == "Runtime.consoleAPICalled" && (string)told["type"]! is "error" or "warning" or "assert"))
                complaints.Enqueue($"{method}: {told.ToJsonString()}");
            if (method == "Network.requestWillBeSent" && (string)told["request"]!["url"]! is var url
                && url != page && !url.StartsWith("data:", StringComparison.Ordinal))
                requests.Enqueue(url);
        });
        foreach (var domain in new[] { "Page", "Runtime", "Log", "Network" })
            await browser.Ask($"{domain}.enable", null, session);
        await browser.Ask("Emulation.setDeviceMetricsOverride", new JsonObject
        {
            ["width"] = width, ["height"] = 800, ["deviceScaleFactor"] = 1, ["mobile"] = width < 500,
        }, session);
        await browser.Ask("Emulation.setEmulatedMedia", new JsonObject
        {
            ["features"] = new JsonArray(new JsonObject
            {
                ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light",
            }),
        }, session);
        await browser.Ask("Page.navigate", new JsonObject { ["url"] = page }, session);
        await loaded.Task;
        return new Visit(browser, session) { Complaints = complaints, Requests = requests };
    }

    /// <summary>What a script expression, or the promise it gives, comes to.</summary>
    public async Task<JsonNode?> Evaluate(string expression)
    {
        var answer = await _browser.Ask("Runtime.evaluate", new JsonObject
        {
            ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true,
        }, _session);
        Assert.True(answer["exceptionDetails"] is null, $"{answer["exceptionDetails"]}");
        return answer["result"]!["value"]?.DeepClone();
    }

    /// <summary>The page as paper, in bytes of PDF.</summary>
    public async Task<byte[]> Print() => Convert.FromBase64String(
        (string)(await _browser.Ask("Page.printToPDF", null, _session))["data"]!);
}
