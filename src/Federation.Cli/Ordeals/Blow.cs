using System.Collections.Immutable;

namespace Federation.Cli.Ordeals;

/// <summary>What is done to a cluster that works.</summary>
internal enum BlowKind
{
    /// <summary>SIGKILL of one silo; it is started again.</summary>
    Kill,

    /// <summary>SIGSTOP of one silo, and SIGCONT some seconds later; it finds itself declared dead.</summary>
    Freeze,

    /// <summary>SIGTERM of one silo: it hands over and leaves; another comes.</summary>
    Drain,

    /// <summary>SIGKILL of all silos at once; all are started again.</summary>
    KillAll,

    /// <summary>Every silo is drained and replaced, one after the other.</summary>
    Roll,

    /// <summary>One silo is cut from the others for some seconds; it, they and the store go on.</summary>
    Cut,

    /// <summary>One silo's clock jumps, by up to an hour to either side.</summary>
    Clock,
}

/// <summary>One blow of a plan.</summary>
/// <param name="AtSeconds">Since the load began.</param>
/// <param name="Silo">The how-manieth of the living silos, from 0, modulo their number then.</param>
/// <param name="Seconds">How long a silo stands still or is cut off; or how far its clock jumps.</param>
internal sealed record Blow(double AtSeconds, BlowKind Kind, int Silo, double Seconds)
{
    public override string ToString() => Kind switch
    {
        BlowKind.Kill => $"at {AtSeconds:0.0} s a silo is killed",
        BlowKind.Freeze => $"at {AtSeconds:0.0} s a silo stands still for {Seconds:0.0} s",
        BlowKind.Drain => $"at {AtSeconds:0.0} s a silo is drained and replaced",
        BlowKind.Cut => $"at {AtSeconds:0.0} s a silo is cut from the others for {Seconds:0.0} s",
        BlowKind.Clock => $"at {AtSeconds:0.0} s a silo's clock jumps by {Seconds:+0;-0} s",
        BlowKind.KillAll => $"at {AtSeconds:0.0} s all silos are killed",
        _ => $"at {AtSeconds:0.0} s all silos are replaced, one after the other",
    };
}

/// <summary>All blows of an ordeal, drawn from a seed before it begins.</summary>
internal static class BlowPlan
{
    private const double FirstAfter = 2, GapLeast = 6, GapMost = 14, FrozenLeast = 1, FrozenMost = 12;
    private const double JumpLeast = 60, JumpMost = 3600;

    /// <param name="kinds">What may be drawn; the later ones of <see cref="BlowKind"/> seldom.</param>
    /// <param name="most">At most so many blows.</param>
    public static ImmutableArray<Blow> Draw(int seed, double minutes, ImmutableArray<BlowKind> kinds, int most)
    {
        var random = new Random(seed);
        var weights = kinds.Select(kind => kind switch
        {
            BlowKind.Kill => 5, BlowKind.Freeze => 3, BlowKind.Drain => 2, _ => 1,
        }).ToArray();
        var blows = ImmutableArray.CreateBuilder<Blow>();
        for (var at = FirstAfter; at < minutes * 60 && blows.Count < most; at += Between(GapLeast, GapMost))
        {
            var lot = random.Next(weights.Sum());
            var which = 0;
            while (lot >= weights[which]) lot -= weights[which++];
            var silo = random.Next(64);
            var seconds = kinds[which] is BlowKind.Clock
                ? Math.Round(Between(JumpLeast, JumpMost)) * (random.Next(2) == 0 ? 1 : -1)
                : Math.Round(Between(FrozenLeast, FrozenMost), 1);
            blows.Add(new Blow(Math.Round(at, 1), kinds[which], silo, seconds));
        }

        return blows.ToImmutable();

        double Between(double least, double more) => least + (random.NextDouble() * (more - least));
    }
}
