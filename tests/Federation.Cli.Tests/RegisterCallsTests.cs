using System.Reflection;
using Federation.Cli.Engine;
using Federation.Cli.Terminals;
using Federation.Contracts.Federations;

namespace Federation.Cli.Tests;

/// <summary>How long the console waits for a register that says nothing.</summary>
public sealed class RegisterCallsTests
{
    [Theory]
    [InlineData(85, 120)]
    [InlineData(100_000, 120)]
    [InlineData(100_001, 900)]
    public async Task A_silent_register_is_given_up_after_two_minutes_or_in_a_large_federation_after_fifteen(
        long circles, int seconds)
    {
        var clock = new HurryingClock();
        var calls = new RegisterCalls(Silent.Grains(), () => true, "again", "store", circles, clock);

        var gone = await Assert.ThrowsAsync<CommandFailure>(() => calls.Poll("run", CancellationToken.None));

        Assert.Contains($"no answer for {seconds} s", gone.Message);
        Assert.InRange(clock.Passed.TotalSeconds, seconds, seconds + 120);
    }

    [Fact]
    public async Task Where_no_silo_is_left_nobody_is_waited_for()
    {
        var clock = new HurryingClock();
        var calls = new RegisterCalls(Silent.Grains(), () => false, "again", "store", 1_000_000, clock);

        var gone = await Assert.ThrowsAsync<CommandFailure>(() => calls.Poll("run", CancellationToken.None));

        Assert.Contains("All silos are lost", gone.Message);
    }

    /// <summary>A minute passes whenever somebody looks.</summary>
    private sealed class HurryingClock : TimeProvider
    {
        private int _looks;

        public TimeSpan Passed => TimeSpan.FromMinutes(_looks);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => TimeSpan.FromMinutes(++_looks).Ticks;
    }

    /// <summary>Grains of silos that live and do not answer in time.</summary>
    public class Silent : DispatchProxy
    {
        public static IGrainFactory Grains() => Create<IGrainFactory, Silent>();

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.ReturnType == typeof(IRegisterGrain)
                ? Create<IRegisterGrain, Silent>()
                : Task.FromException<RunStanding>(new TimeoutException("Nobody said anything."));
    }
}
