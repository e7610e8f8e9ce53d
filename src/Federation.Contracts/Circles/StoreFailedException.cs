namespace Federation.Contracts.Circles;

/// <summary>A state could not be stored: nothing was answered, and asking again is safe.</summary>
/// <remarks>It carries the driver's message, never the driver's exception: that could not cross silos.</remarks>
[GenerateSerializer, Alias("federation.store-failed")]
public sealed class StoreFailedException : Exception
{
    public StoreFailedException() { }
    public StoreFailedException(string message) : base(message) { }
    public StoreFailedException(string message, Exception inner) : base(message, inner) { }
}
