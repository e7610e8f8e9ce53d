using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Federation.Silo;

/// <summary>Ends a silo that was told to stop and cannot, as when its database is gone: Orleans then waits for
/// a table it does not reach.</summary>
/// <remarks>Whatever ends silos from outside has to wait longer than <see cref="Within"/>, or it kills them
/// before they can say why.</remarks>
internal static class LastExit
{
    /// <summary>For handing circles over and committing what waits.</summary>
    public static readonly TimeSpan Orderly = TimeSpan.FromSeconds(25);

    /// <summary>Counted from the signal; compose and Kubernetes give 40 seconds.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromSeconds(30);

    public static void Guard(IHost host) =>
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(
            () => new Thread(End) { IsBackground = true, Name = nameof(LastExit) }.Start());

    private static void End()
    {
        Thread.Sleep(Within);
        FatalExit.Leave(
            $"This silo was told to stop {Within.TotalSeconds:0} seconds ago and could not leave in order. What it "
            + "acknowledged as stored is stored; the others will declare it dead.");
    }
}
