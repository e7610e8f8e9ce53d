using System.Diagnostics;
using Federation.Contracts.Circles;
using Federation.Contracts.Tracing;
using Federation.Grains.Circles;
using Request = Federation.Governance.Federating.Request;

namespace Federation.Grains.Waves;

/// <summary>Asks a circle until it answers or refuses.</summary>
internal sealed class Asker(IGrainFactory grains, DeathSignal deaths, SiloGauge gauge, TimeProvider clock)
{
    /// <summary>The event that makes a silo's death visible in a trace.</summary>
    public const string AskedAgain = "circle.asked_again";

    // Nets below the death signal, should a call vanish without any silo dying.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="span">Where to note that the circle had to be asked again.</param>
    /// <exception cref="Exception">A failure that <see cref="Retrying"/> does not ask again about.</exception>
    public async Task<Told> Ask(string key, Request request, string? trace, Activity? span = null)
    {
        var circle = grains.GetGrain<ICircleGrain>(key);
        for (var attempt = 0; ; attempt++)
        {
            var call = circle.Ask(request, trace);
            try
            {
                if (call.IsCompletedSuccessfully) return call.Result;
                return await call.WaitAsync(Patience, clock, deaths.Next);
            }
            catch (OperationCanceledException)
            {
                // A silo died. The call may have ended in this very moment: asking again finds the answer.
                call.Ignore();
            }
            catch (TimeoutException) when (!call.IsCompleted)
            {
                call.Ignore();
            }
            catch (Exception failure) when (Retrying.IsAskedAgain(failure))
            {
                await Task.Delay(Retrying.BackOff(attempt), clock);
            }

            gauge.CountAskedAgain();
            span?.AddEvent(new ActivityEvent(
                AskedAgain, clock.GetUtcNow(),
                new ActivityTagsCollection { [Tags.Circle] = CircleKey.Parse(key).Circle.Path }));
        }
    }
}
