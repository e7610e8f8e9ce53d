using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Federation.Silo;

/// <summary>Stops the silo when its console is gone, even by SIGKILL: the pipe to it ends then.</summary>
internal static class StdinWatch
{
    // Silos that all lose their console leave together and wait for each other; not longer than this.
    private static readonly TimeSpan LeaveWithin = TimeSpan.FromSeconds(8);

    public static void Start(IServiceProvider services)
    {
        var lifetime = services.GetRequiredService<IHostApplicationLifetime>();
        new Thread(() => Watch(lifetime)) { IsBackground = true, Name = "stdin watch" }.Start();
    }

    private static void Watch(IHostApplicationLifetime lifetime)
    {
        while (Console.In.Read() >= 0) { }

        lifetime.StopApplication();
        if (!lifetime.ApplicationStopped.WaitHandle.WaitOne(LeaveWithin)) Environment.Exit(1);
    }
}
