using System.Diagnostics;
using Federation.Cli.Terminals;

namespace Federation.Cli.Tests;

/// <summary>Files that never end, and commands that somebody ends.</summary>
public sealed class EndlessInputTests : IDisposable
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(20);

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("elect")]
    [InlineData("scenario", "check")]
    [InlineData("run")]
    [InlineData("verify")]
    [InlineData("compare")]
    public async Task A_pipe_and_a_device_are_refused_and_not_waited_for(params string[] command)
    {
        var pipe = _folder.In("pipe.yaml");
        using (var made = Process.Start("mkfifo", [pipe])) await made.WaitForExitAsync();

        foreach (var endless in (string[])["/dev/zero", pipe])
        {
            var refused = await Task.Run(() => Invocation.With(Composition.OfProgram(), [.. command, endless]))
                .WaitAsync(Within);

            Assert.Equal(ExitCode.Usage, refused.Code);
            Assert.Contains("no file but a pipe or a device", refused.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_record_of_three_gigabytes_is_not_read()
    {
        var run = Directory.CreateDirectory(_folder.In("run")).FullName;
        using (var file = File.Create(Path.Combine(run, "run.json"))) file.SetLength(3L << 30);

        foreach (var command in new string[][]
        {
            ["verify", run], ["explain", "1", "--run", run], ["show", "full", "--run", run], ["replay", run],
            ["diff", run, run], ["export", run], ["run", "cohousing", "--resume", "--out", run],
        })
        {
            var refused = await Invocation.With(Composition.OfProgram(), command);

            Assert.Equal(ExitCode.Usage, refused.Code);
            Assert.Contains("more than 268,435,456 bytes", refused.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_command_that_reads_ends_when_its_time_is_over_or_somebody_ends_it()
    {
        var run = _folder.In("run");
        await Invocation.With(Invocation.Ending(Sample.Run), ["run", "cohousing", "--out", run]);
        using var never = new ManualResetEventSlim();
        using var pressed = new CancellationTokenSource();
        var stuck = Invocation.Failing with
        {
            Show = (_, _) =>
            {
                never.Wait(CancellationToken.None);
                throw new InvalidOperationException("cannot be reached");
            },
        };

        var late = await Invocation.With(stuck, ["show", "full", "--run", run, "--timeout", "0.05"]).WaitAsync(Within);
        var ending = Invocation.With(stuck, ["show", "full", "--run", run], interrupted: pressed.Token);
        await pressed.CancelAsync();
        var ended = await ending.WaitAsync(Within);
        never.Set();

        Assert.Equal((ExitCode.TimedOut, ExitCode.Interrupted), (late.Code, ended.Code));
    }
}
