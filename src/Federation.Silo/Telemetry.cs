using Federation.Contracts.Hosting;
using Microsoft.Extensions.Hosting;

namespace Federation.Silo;

/// <summary>Where the silo's spans and figures go. The seam: nothing is exported yet.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this IHostApplicationBuilder builder, LaunchOptions options)
    {
        _ = (builder, options);
    }
}
