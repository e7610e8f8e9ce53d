using Microsoft.Extensions.DependencyInjection;
using Orleans.Providers;
using Orleans.Serialization.Configuration;

namespace Federation.Contracts.Hosting;

/// <summary>In every silo, answers a client that asks how its silos are.</summary>
/// <param name="report">How this silo is now.</param>
/// <remarks>Orleans' management grain passes the question to every living silo and finds who answers
/// by this class, whose name must therefore be allowed to travel, and by <see cref="Name"/>.</remarks>
public sealed class SiloReporter(Func<SiloReport> report) : IControllable
{
    public const string Name = "federation";

    /// <summary>There is one thing to ask; the answer is a <see cref="SiloReport"/> as JSON.</summary>
    public Task<object?> ExecuteCommand(int command, object? arg) => Task.FromResult<object?>(report().ToJson());

    /// <summary>Lets the question travel; for the silo and for the client.</summary>
    public static void Allow(IServiceCollection services) =>
        services.Configure<TypeManifestOptions>(types => types.AddAllowedType(typeof(SiloReporter)));
}
