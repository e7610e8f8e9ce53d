namespace Federation.Society.Places;

/// <summary>A scenario describes a federation that cannot be; the message says what and
/// where.</summary>
public sealed class InvalidFederationException : Exception
{
    public InvalidFederationException() { }
    public InvalidFederationException(string message) : base(message) { }
    public InvalidFederationException(string message, Exception inner) : base(message, inner) { }
}
