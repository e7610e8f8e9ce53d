namespace Federation.Contracts.Circles;

/// <summary>A state could not be stored, because the store has no room: nothing was answered.</summary>
/// <remarks>Nobody asks again: the run stops, says so, and goes on from what is stored once there is room.</remarks>
[GenerateSerializer, Alias("federation.store-full")]
public sealed class StoreFullException : Exception
{
    public StoreFullException() { }
    public StoreFullException(string message) : base(message) { }
    public StoreFullException(string message, Exception inner) : base(message, inner) { }

    /// <summary>The failure itself, or what Orleans wrapped; null when it is another.</summary>
    public static StoreFullException? In(Exception? failure) =>
        failure as StoreFullException ?? (failure is OrleansException ? In(failure.InnerException) : null);
}
