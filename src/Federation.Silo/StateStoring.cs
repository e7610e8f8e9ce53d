using Federation.Contracts.Hosting;
using Federation.Grains;
using Federation.Storage.Grouping;
using Federation.Storage.Sql;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Federation.Silo;

/// <summary>Where circles' states go, by durability.</summary>
internal static class StateStoring
{
    // Not in any row: what is stored belongs to a state's name and a grain's key.
    private const string DatabaseName = "database";

    private const string WriterBroke = "what writes its circles' states broke; nothing more would be stored.";

    public static void StoreStates(this ISiloBuilder silo, LaunchOptions options)
    {
        if (options.Durability is Durability.None)
        {
            silo.AddCircleStorage(_ => new NoStorage());
            return;
        }

        var store = StoreAddress.Parse(options.Store);
        var safety = options.SurvivesPowerLoss ? Safety.PowerLoss : Safety.ProcessLoss;
        if (options.Commits is Commits.Grouped)
        {
            silo.Services.AddSingleton(services =>
            {
                var states = new GroupedStates(store, safety, options.ServiceId, options.StoreMegabytesMax);
                var fatal = services.GetRequiredService<IFatalErrorHandler>();
                _ = states.Writing.ContinueWith(
                    broken => fatal.OnFatalException(states, WriterBroke, broken.Exception),
                    CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                return states;
            });
            silo.AddCircleStorage(services => new GroupedStorage(services.GetRequiredService<GroupedStates>()));
            return;
        }

        var source = store.Source(safety, StoreSources.ConnectionsForStates, options.StoreMegabytesMax);
        silo.AddAdoNetGrainStorage(DatabaseName, storage =>
            storage.Configure(table =>
            {
                (table.Invariant, table.DataSource) = (store.Invariant(), source);
                table.GrainStorageSerializer = GrainHosting.StateSerializer;
            }));
        silo.AddCircleStorage(services => services.GetRequiredKeyedService<IGrainStorage>(DatabaseName));
    }

    /// <summary>Accepts every write and keeps nothing: a state lives as long as its activation.</summary>
    private sealed class NoStorage : IGrainStorage
    {
        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
            Task.CompletedTask;

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            grainState.RecordExists = true;
            return Task.CompletedTask;
        }

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            grainState.RecordExists = false;
            grainState.State = Activator.CreateInstance<T>();
            return Task.CompletedTask;
        }
    }
}
