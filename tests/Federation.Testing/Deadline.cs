using System.Diagnostics;
using Xunit;

namespace Federation.Testing;

/// <summary>Waits for what other processes do; a test never sleeps for a fixed time.</summary>
public static class Deadline
{
    /// <summary>How long it is waited for, if nothing else is said.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    /// <summary>Asks again and again until it holds; fails, saying what was missing, at the deadline.</summary>
    public static async Task Until(string what, Func<Task<bool>> holds, TimeSpan? within = null)
    {
        var waited = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(waited.Elapsed < (within ?? Usual), $"Not within {waited.Elapsed.TotalSeconds:0} s: {what}");
            // A pause between looks, so that waiting for a process does not take its processor.
            await Task.Delay(20);
        }
    }

    public static Task Until(string what, Func<bool> holds, TimeSpan? within = null) =>
        Until(what, () => Task.FromResult(holds()), within);
}
