using Federation.Contracts.Hosting;
using Microsoft.Extensions.Hosting;

namespace Federation.Silo;

/// <summary>A silo's host: without any web server, unless somebody asked for Orleans' dashboard.</summary>
internal static class SiloHost
{
    public static IHost Of(LaunchOptions options, Action<IHostApplicationBuilder> compose)
    {
        if (options.DashboardPort > 0) return Dashboard.Host(options.DashboardPort, compose);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        compose(builder);
        return builder.Build();
    }
}
