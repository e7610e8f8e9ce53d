namespace Federation.Testing.Simulating;

/// <summary>What can go wrong once.</summary>
public enum Fault
{
    RequestLost, RequestTwice, RequestLate, AnswerLost, AnswerTwice, AnswerLate,

    /// <summary>Nothing is stored, and the store says so.</summary>
    StoreRefuses,

    /// <summary>It is stored, and the store says it is not.</summary>
    StoreUncertain,

    /// <summary>Nothing is stored: somebody else, the store says, wrote first.</summary>
    StoreConflict,

    CrashBeforeStore, CrashBetweenPageAndCircle, CrashAfterStore,

    /// <summary>A circle is woken on a second silo while the first still has it.</summary>
    SecondActivation,

    SiloKilled,

    /// <summary>It stands still, is declared dead, and goes on later as if nothing had been.</summary>
    SiloFrozen,

    /// <summary>Two silos do not hear each other; one of them is declared dead and does not know it.</summary>
    SilosCut,

    AllKilled,

    /// <summary>The store answers nobody.</summary>
    StoreAway,
}

/// <summary>On which occasions a fault happens: mishaps are counted by them, not by a clock.</summary>
public enum Occasion { Request, Answer, Store, Moment }

/// <summary>One thing that goes wrong.</summary>
/// <param name="At">The number of the occasion, from 1.</param>
/// <param name="Silo">Which silo, by a number that is taken modulo those there are; likewise Other.</param>
/// <param name="Moments">How long it lasts, or how late something comes.</param>
public readonly record struct Mishap(Fault Fault, int At, int Silo, int Other, int Moments)
{
    public Occasion Occasion => Fault switch
    {
        Fault.RequestLost or Fault.RequestTwice or Fault.RequestLate or Fault.SecondActivation => Occasion.Request,
        Fault.AnswerLost or Fault.AnswerTwice or Fault.AnswerLate => Occasion.Answer,
        Fault.StoreRefuses or Fault.StoreUncertain or Fault.StoreConflict or Fault.CrashBeforeStore
            or Fault.CrashBetweenPageAndCircle or Fault.CrashAfterStore => Occasion.Store,
        _ => Occasion.Moment,
    };

    public override string ToString()
    {
        var when = $"{Occasion.ToString().ToLowerInvariant()} {At}: {Fault}";
        return Fault switch
        {
            Fault.SiloKilled => $"{when} ({Silo})",
            Fault.SiloFrozen => $"{when} ({Silo}, {Moments} moments)",
            Fault.SilosCut => $"{when} ({Silo} and {Other}, {Moments} moments)",
            Fault.RequestLate or Fault.RequestTwice or Fault.AnswerLate or Fault.AnswerTwice
                or Fault.StoreAway => $"{when} ({Moments} moments)",
            _ => when,
        };
    }
}
