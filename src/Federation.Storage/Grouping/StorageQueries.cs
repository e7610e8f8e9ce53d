using System.Data.Common;
using Federation.Storage.Sql;

namespace Federation.Storage.Grouping;

/// <summary>The queries of Orleans' provider, filled in as it does.</summary>
internal sealed class StorageQueries(StoreAddress store, string serviceId)
{
    private readonly SchemaScripts _scripts = SchemaScripts.For(store);

    public string Write => _scripts.Queries["WriteToStorageKey"];

    public string Read => _scripts.Queries["ReadFromStorageKey"];

    public void Fill(DbCommand command, string kind, string key) =>
        AddKey(command.Parameters, command.CreateParameter, kind, key);

    public void Fill(DbCommand command, GroupedWrite write)
    {
        AddKey(command.Parameters, command.CreateParameter, write.Kind, write.Key);
        AddWrite(command.Parameters, command.CreateParameter, write);
    }

    public void Fill(DbBatchCommand command, GroupedWrite write)
    {
        AddKey(command.Parameters, command.CreateParameter, write.Kind, write.Key);
        AddWrite(command.Parameters, command.CreateParameter, write);
    }

    private void AddKey(DbParameterCollection parameters, Func<DbParameter> make, string kind, string key)
    {
        Add(parameters, make, "GrainTypeString", kind);
        Add(parameters, make, "GrainIdExtensionString", key);
        Add(parameters, make, "GrainIdN0", 0L);
        Add(parameters, make, "GrainIdN1", 0L);
        Add(parameters, make, "ServiceId", serviceId);
    }

    // The two hashes are read by nobody: the key's index is over what they would be hashes of.
    private static void AddWrite(DbParameterCollection parameters, Func<DbParameter> make, GroupedWrite write)
    {
        Add(parameters, make, "GrainIdHash", 0);
        Add(parameters, make, "GrainTypeHash", 0);
        Add(parameters, make, "GrainStateVersion", write.Version is { } version ? version : DBNull.Value);
        parameters["GrainStateVersion"].DbType = System.Data.DbType.Int32;
        Add(parameters, make, "PayloadBinary", write.Payload);
    }

    private static void Add(DbParameterCollection parameters, Func<DbParameter> make, string name, object value)
    {
        var parameter = make();
        (parameter.ParameterName, parameter.Value) = (name, value);
        parameters.Add(parameter);
    }
}
