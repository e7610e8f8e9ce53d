using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Federation.Contracts.Wire;

/// <summary>Lets what Orleans' own failures carry inside travel with them.</summary>
/// <remarks>A placement that took too long is a <see cref="TimeoutException"/> around one of Polly's, the library
/// Orleans waits with, whose exceptions Orleans does not know how to send. Then who had asked was told of the missing
/// codec, which looks like a fault of the program, and not of the time-out, which is asked again.</remarks>
public static class RuntimeFailures
{
    private const string Waiting = "Polly";

    /// <summary>For silos and for clients: one sends what the other reads.</summary>
    public static void Allow(IServiceCollection services) => services.Configure<ExceptionSerializationOptions>(
        exceptions => exceptions.SupportedNamespacePrefixes.Add(Waiting));
}
