using System.Diagnostics;
using Federation.Cli.Clusters;
using Federation.Cli.Terminals;
using Federation.Contracts.Circles;
using Federation.Contracts.Federations;

namespace Federation.Cli.Engine;

/// <summary>Short calls to a run's register, repeated until one gets through.</summary>
/// <remarks>A call of an outside client to a silo that dies is never broken, so none is waited for
/// long; all three may be repeated without harm.</remarks>
/// <param name="isAnyoneLeft">Whether a silo is there to answer at all.</param>
internal sealed class RegisterCalls(ClusterClient client, Func<bool> isAnyoneLeft)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(750);
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    /// <summary>After so long without one answer nothing more is hoped for.</summary>
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromMinutes(2);

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

    private IRegisterGrain Register(string run) => client.Grains.GetGrain<IRegisterGrain>(run);

    private async Task<T> Repeated<T>(Func<Task<T>> call, TimeSpan patience, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var calling = call();
            try
            {
                return await calling.WaitAsync(patience, stop);
            }
            catch (Exception failure) when (failure is TimeoutException or OrleansException or StoreFailedException)
            {
                calling.Ignore();
                if (!isAnyoneLeft()) throw Gone("All silos are lost", failure);
                if (Stopwatch.GetElapsedTime(began) > GiveUpAfter)
                    throw Gone($"The run's register gave no answer for {GiveUpAfter.TotalSeconds:0} s", failure);
                await Task.Delay(Between, stop);
            }
            catch (OperationCanceledException)
            {
                calling.Ignore();
                throw;
            }
        }
    }

    private static CommandFailure Gone(string what, Exception last) => new(
        "no_cluster", $"{what}; what was reached is kept", "Take it up with --resume --out DIR",
        exitCode: ExitCode.NoCluster, inner: last);
}
