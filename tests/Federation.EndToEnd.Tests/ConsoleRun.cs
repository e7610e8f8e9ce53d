using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Federation.EndToEnd.Tests;

/// <summary>What a run of the real console said, and how it ended.</summary>
internal sealed record ConsoleRun(int ExitCode, string Output, string Errors)
{
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(2);

    /// <summary>The folder of the console's program.</summary>
    public static string Folder { get; } = typeof(ConsoleRun).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Console").Value!;

    /// <summary>The one document on standard output.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Runs it to its end.</summary>
    public static async Task<ConsoleRun> Of(params string[] arguments)
    {
        using var process = Start("federation.dll", arguments);
        process.StandardInput.Close();
        return await End(process);
    }

    /// <summary>Starts the console, or a silo as "silo/federation-silo.dll", and leaves it running.</summary>
    public static Process Start(string program, params string[] arguments) =>
        Start(program, new Dictionary<string, string>(), arguments);

    public static Process Start(
        string program, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Folder, program), .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static async Task<ConsoleRun> End(Process process, TimeSpan? within = null)
    {
        using var late = new CancellationTokenSource(within ?? Within);
        var output = process.StandardOutput.ReadToEndAsync(late.Token);
        var errors = process.StandardError.ReadToEndAsync(late.Token);
        await process.WaitForExitAsync(late.Token);
        return new ConsoleRun(process.ExitCode, await output, await errors);
    }

    /// <summary>Sends a signal to a command, if it still runs, and waits for its end.</summary>
    public static async Task<ConsoleRun> Broken(Process console, string signal)
    {
        var ending = End(console);
        if (!console.HasExited) await Signal(console, signal);
        return await ending;
    }

    public static async Task Signal(Process console, string signal)
    {
        using var sent = Process.Start("kill", [$"-{signal}", $"{console.Id}"]);
        await sent.WaitForExitAsync();
    }

    /// <summary>A part of the error its document tells.</summary>
    public string Error(string part) => Json.GetProperty("error").GetProperty(part).GetString()!;

    public ConsoleRun Succeeded()
    {
        Assert.True(ExitCode == 0, $"It ended with {ExitCode}.\n{Output}\n{Errors}");
        return this;
    }
}
