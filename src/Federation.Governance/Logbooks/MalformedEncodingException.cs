namespace Federation.Governance.Logbooks;

/// <summary>Bytes that are not the canonical encoding of anything.</summary>
/// <param name="offset">Where in the input, in bytes from its start.</param>
/// <param name="expected">What should have been there.</param>
public sealed class MalformedEncodingException(int offset, string expected)
    : Exception($"Byte {offset}: expected {expected}.")
{
    public int Offset { get; } = offset;

    public string Expected { get; } = expected;
}
