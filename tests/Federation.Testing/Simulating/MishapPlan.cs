using System.Collections.Immutable;

namespace Federation.Testing.Simulating;

/// <summary>How many occasions of each kind a situation has when nothing goes wrong.</summary>
public readonly record struct Extent(int Requests, int Answers, int Stores, int Moments)
{
    public int Of(Occasion occasion) => occasion switch
    {
        Occasion.Request => Requests,
        Occasion.Answer => Answers,
        Occasion.Store => Stores,
        _ => Moments,
    };
}

/// <summary>Everything that goes wrong in one simulation, known before it begins.</summary>
/// <param name="Seed">It gave the plan, and it gives what no mishap decides: how long each message takes.</param>
/// <param name="HealsAt">From this moment on nothing goes wrong any more, and all must come to its end.</param>
public sealed record MishapPlan(int Seed, int Silos, int HealsAt, ImmutableArray<Mishap> Mishaps)
{
    private const int MishapsMax = 24;

    /// <summary>Some kinds of fault only, in every plan others: two that hide each other do not always meet.</summary>
    public static MishapPlan Draw(int seed, Extent extent)
    {
        var random = new Random(seed);
        var kinds = Enum.GetValues<Fault>().Where(_ => random.Next(3) > 0).DefaultIfEmpty(Fault.SiloKilled).ToArray();
        // What goes wrong makes everything take longer, and may go wrong then too.
        var longer = extent with { Moments = extent.Moments * (1 + random.Next(3)) };
        var mishaps = new Mishap[1 + random.Next(MishapsMax)];
        for (var i = 0; i < mishaps.Length; i++)
        {
            var fault = kinds[random.Next(kinds.Length)];
            var one = new Mishap(fault, 0, random.Next(64), random.Next(64), Length(fault, random));
            mishaps[i] = one with { At = 1 + random.Next(longer.Of(one.Occasion)) };
        }

        return new MishapPlan(
            seed, 2 + random.Next(3), longer.Moments,
            [.. mishaps.OrderBy(mishap => mishap.Occasion).ThenBy(mishap => mishap.At)]);
    }

    public static MishapPlan Calm(int seed, int silos = 1) => new(seed, silos, 0, []);

    public override string ToString() => string.Join(Environment.NewLine, Mishaps
        .Select(mishap => $"  {mishap}")
        .Prepend($"seed {Seed}, {Silos} silos, all heals at moment {HealsAt}:"));

    private static int Length(Fault fault, Random random) => fault switch
    {
        Fault.SiloFrozen or Fault.SilosCut => 5 + random.Next(150),
        Fault.StoreAway => 1 + random.Next(40),
        Fault.RequestLate or Fault.RequestTwice or Fault.AnswerLate or Fault.AnswerTwice => 1 + random.Next(120),
        _ => 0,
    };
}
