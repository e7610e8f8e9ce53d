using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Dashboard;

namespace Federation.Silo;

/// <summary>Orleans' own dashboard: silos, activations and calls by method, of the whole cluster.</summary>
/// <remarks>
/// It asks nobody who they are. So it listens on loopback, there is no setting for another address, and a page
/// of elsewhere that a browser was led to under another name finds nothing.
/// </remarks>
internal static class Dashboard
{
    public static IHost Host(int port, Action<IHostApplicationBuilder> compose)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, port));
        builder.Services.AddRoutingCore();
        compose(builder);
        builder.UseOrleans(silo => silo.AddDashboard());
        var site = builder.Build();
        site.UseRouting();
        site.MapOrleansDashboard().RequireHost("localhost", "127.0.0.1");
        return site;
    }
}
