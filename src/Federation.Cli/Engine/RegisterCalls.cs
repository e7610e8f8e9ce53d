using Federation.Cli.Terminals;
using Federation.Contracts.Circles;
using Federation.Contracts.Federations;

namespace Federation.Cli.Engine;

/// <summary>Short calls to a run's register, repeated until one gets through.</summary>
/// <remarks>A call of an outside client to a silo that dies is never broken, so none is waited for
/// long; all three may be repeated without harm.</remarks>
/// <param name="isAnyoneLeft">Whether a silo is there to answer at all.</param>
/// <param name="again">How the run is taken up, should it be broken off.</param>
/// <param name="store">What the silos store in, without secrets.</param>
/// <param name="circles">How many circles the run has.</param>
/// <param name="clock">What time is told by; the machine's if left out.</param>
internal sealed class RegisterCalls(
    IGrainFactory grains, Func<bool> isAnyoneLeft, string again, string store, long circles, TimeProvider? clock = null)
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(750);
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    /// <summary>After so long without one answer nothing more is hoped for.</summary>
    /// <remarks>With a million circles on a busy machine a silo that lives can be silent for minutes: one stood still
    /// for 57 s at once.</remarks>
    public static TimeSpan GivesUpAfter(long circles) =>
        TimeSpan.FromMinutes(circles > ClusterDriver.LargeCircles ? 15 : 2);

    public Task Start(string run, string scenario, CancellationToken stop) => Repeated(
        async () =>
        {
            await Register(run).Start(scenario);
            return true;
        }, StartPatience, stop);

    public Task<RunStanding> Poll(string run, CancellationToken stop) =>
        Repeated(() => Register(run).Poll(), Patience, stop);

    public Task<byte[][]> Answers(string run, CancellationToken stop) =>
        Repeated(() => Register(run).Answers(), StartPatience, stop);

    private IRegisterGrain Register(string run) => grains.GetGrain<IRegisterGrain>(run);

    private async Task<T> Repeated<T>(Func<Task<T>> call, TimeSpan patience, CancellationToken stop)
    {
        var began = _clock.GetTimestamp();
        while (true)
        {
            var calling = call();
            try
            {
                return await calling.WaitAsync(patience, stop);
            }
            catch (Exception failure) when (StoreFullException.In(failure) is { } full)
            {
                throw Full(full.Message, failure);
            }
            catch (Exception failure) when (failure is TimeoutException or OrleansException or StoreFailedException)
            {
                calling.Ignore();
                if (!isAnyoneLeft()) throw Gone("All silos are lost", failure);
                if (_clock.GetElapsedTime(began) > GivesUpAfter(circles))
                    throw Gone(
                        $"The run's register gave no answer for {GivesUpAfter(circles).TotalSeconds:0} s", failure);
                await Task.Delay(Between, stop);
            }
            catch (OperationCanceledException)
            {
                calling.Ignore();
                throw;
            }
        }
    }

    /// <summary>The run stopped, because what circles answered could not be stored.</summary>
    public CommandFailure Full(string said, Exception? inner = null) => new(
        "store_full", $"There is no space left for the store; what was reached is kept ({said.TrimEnd('.')})",
        $"Make room there. {again}", store, inner: inner);

    private CommandFailure Gone(string what, Exception last) => new(
        "no_cluster", $"{what}; what was reached is kept", again,
        exitCode: ExitCode.NoCluster, inner: last);
}
