using Microsoft.Extensions.Hosting;

namespace Federation.Silo;

/// <summary>What stands for the dashboard in a build without ASP.NET, as the container image is.</summary>
internal static class Dashboard
{
    /// <exception cref="FormatException">Always: there is none.</exception>
    public static IHost Host(int port, Action<IHostApplicationBuilder> compose) => throw new FormatException(
        $"FEDERATION_DASHBOARD_PORT={port}: this silo was built without the dashboard. Leave the variable out, or "
        + "build it with --build-arg RUNTIME=aspnet.");
}
