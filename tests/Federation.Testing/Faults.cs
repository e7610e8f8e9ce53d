namespace Federation.Testing;

/// <summary>How often what goes wrong, in percent of the occasions, and when everything dies at once.</summary>
/// <param name="CrashAllAt">After this many steps every circle loses what is not stored; -1 for never.</param>
public sealed record Faults(
    int Lost = 0, int Twice = 0, int Crash = 0, int StoreFails = 0, int StoreUnknown = 0,
    int SecondActivation = 0, int AskedAgain = 5, int CrashAllAt = -1)
{
    public static Faults None { get; } = new(AskedAgain: 0);

    public static Faults Everything { get; } = new(
        Lost: 8, Twice: 10, Crash: 4, StoreFails: 8, StoreUnknown: 8, SecondActivation: 8);
}
