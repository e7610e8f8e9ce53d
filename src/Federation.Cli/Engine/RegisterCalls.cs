using Federation.Cli.Clusters;
using Federation.Contracts.Federations;
using Orleans.Runtime.Messaging;

namespace Federation.Cli.Engine;

/// <summary>Short calls to a run's register, repeated until one gets through.</summary>
/// <remarks>A call of an outside client to a silo that dies is never broken, so none is waited for
/// long; all three may be repeated without harm.</remarks>
internal sealed class RegisterCalls(ClusterClient client)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(750);
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

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

    private static async Task<T> Repeated<T>(Func<Task<T>> call, TimeSpan patience, CancellationToken stop)
    {
        while (true)
        {
            var calling = call();
            try
            {
                return await calling.WaitAsync(patience, stop);
            }
            catch (Exception failure) when (failure is TimeoutException or SiloUnavailableException
                or OrleansMessageRejectionException or ConnectionFailedException)
            {
                calling.Ignore();
                await Task.Delay(Between, stop);
            }
        }
    }
}
