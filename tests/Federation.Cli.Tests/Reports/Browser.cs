using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Federation.Cli.Tests.Reports;

/// <summary>A real headless Chromium, spoken to by its DevTools protocol.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private const string Listening = "DevTools listening on ";

    private readonly Process _process;
    private readonly Folder _profile;
    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _asked = new();
    private readonly ConcurrentDictionary<string, Action<string, JsonNode>> _heard = new();
    private int _number;
    private Task _reading = Task.CompletedTask;

    private Browser(Process process, Folder profile) => (_process, _profile) = (process, profile);

    /// <summary>The program, or null where there is none.</summary>
    public static string? Program { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }
            .Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public static async Task<Browser> Start()
    {
        var profile = new Folder();
        var process = Process.Start(new ProcessStartInfo(
            Program!,
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--remote-debugging-port=0",
                $"--user-data-dir={profile.Path}", "about:blank",
            ])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null) address.TrySetException(new InvalidOperationException("Chromium ended at once."));
            else if (line.Data.StartsWith(Listening, StringComparison.Ordinal))
                address.TrySetResult(new Uri(line.Data[Listening.Length..]));
        };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var browser = new Browser(process, profile);
        await browser._socket.ConnectAsync(await address.Task, CancellationToken.None);
        browser._reading = Task.Run(browser.Read);
        return browser;
    }

    /// <summary>A new tab; <paramref name="heard"/> is called with each of its events.</summary>
    public async Task<string> Open(Action<string, JsonNode> heard)
    {
        var target = (await Ask("Target.createTarget", new JsonObject { ["url"] = "about:blank" }))["targetId"]!;
        var session = (string)(await Ask("Target.attachToTarget", new JsonObject
        {
            ["targetId"] = (string)target!, ["flatten"] = true,
        }))["sessionId"]!;
        _heard[session] = heard;
        return session;
    }

    /// <exception cref="InvalidOperationException">Chromium answered with an error.</exception>
    public async Task<JsonNode> Ask(string method, JsonObject? parameters = null, string? session = null)
    {
        var number = Interlocked.Increment(ref _number);
        var answer = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[number] = answer;
        var message = new JsonObject { ["id"] = number, ["method"] = method, ["params"] = parameters ?? [] };
        if (session is not null) message["sessionId"] = session;
        await _socket.SendAsync(
            Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None);
        return await answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await Ask("Browser.close");
        await _process.WaitForExitAsync();
        await _reading;
        _socket.Dispose();
        _process.Dispose();
        _profile.Dispose();
    }

    private async Task Read()
    {
        var buffer = new byte[1 << 16];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var read = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (read.MessageType == WebSocketMessageType.Close) break;
                message.Write(buffer, 0, read.Count);
                if (!read.EndOfMessage) continue;
                Take(JsonNode.Parse(message.ToArray())!);
                message.SetLength(0);
            }
        }
        catch (WebSocketException)
        {
            // Closing, Chromium drops the line without a word.
        }

        foreach (var asked in _asked.Values) asked.TrySetResult(new JsonObject());
    }

    private void Take(JsonNode message)
    {
        if (message["id"] is { } id && _asked.TryRemove((int)id, out var asked))
        {
            if (message["error"] is { } error) asked.SetException(new InvalidOperationException($"{error}"));
            else asked.SetResult(message["result"]!.DeepClone());
        }
        else if (message["sessionId"] is { } session && _heard.TryGetValue((string)session!, out var heard))
        {
            heard((string)message["method"]!, message["params"]!);
        }
    }
}

/// <summary>A test that needs Chromium, visibly skipped where there is none.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser.Program is null) Skip = "No Chromium: apt-get install chromium.";
    }
}

/// <summary>The same with data.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (Browser.Program is null) Skip = "No Chromium: apt-get install chromium.";
    }
}
