using System.CommandLine;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Cli.Views;

namespace Federation.Cli.Tests;

public sealed class ProgressTests
{
    [Fact]
    public void Rate_and_time_left_follow_from_the_clock()
    {
        var clock = new HandClock();
        using var errors = new StringWriter();
        using var view = ProgressView.For(Session(errors), clock);

        view.Report(new RunProgress("asking circles", 0, 400, 3, 3));
        clock.Forward(TimeSpan.FromSeconds(2));
        view.Report(new RunProgress("asking circles", 100, 400, 2, 3));
        view.Tick();

        var last = errors.ToString().TrimEnd().Split('\n')[^1];
        Assert.Contains(
            "100 of 400 answers (25 %)  50/s  6 s left  2 of 3 silos up", last,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_second_says_something_even_when_nothing_is_reported()
    {
        var clock = new HandClock();
        using var errors = new StringWriter();
        using var view = ProgressView.For(Session(errors), clock);

        for (var i = 0; i < 3; i++) clock.Forward(TimeSpan.FromSeconds(1));

        Assert.Equal(3, errors.ToString().Split("starting").Length - 1);
    }

    private static Session Session(TextWriter errors)
    {
        var options = new GlobalOptions();
        var root = new RootCommand("");
        foreach (var option in options.All) root.Add(option);
        return new Session(
            new Terminal(TextWriter.Null, errors, false, false, true, 100), options, root.Parse(
            []), "run");
    }

    /// <summary>Time that passes only when told; its timer fires once per step forward.</summary>
    private sealed class HandClock : TimeProvider
    {
        private long _ticks;
        private Action? _fire;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Forward(TimeSpan time)
        {
            _ticks += time.Ticks;
            _fire?.Invoke();
        }

        public override ITimer CreateTimer(
            TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _fire = () => callback(state);
            return new NoTimer();
        }

        private sealed class NoTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() { }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
