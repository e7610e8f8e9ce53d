using Federation.Governance.Logbooks;
using Federation.Storage.Records;

namespace Federation.Grains.Federations;

/// <summary>A register grain's state; stored as a <see cref="RegisterRecord"/>.</summary>
public sealed class RegisterState
{
    /// <summary>Null before the run was started.</summary>
    public RegisterRecord? Record { get; set; }

    public byte[] Encode() => (Record ?? new RegisterRecord("", [])).Encode();

    /// <exception cref="MalformedEncodingException">The bytes are no register's state.</exception>
    public static RegisterState Decode(ReadOnlySpan<byte> bytes) => new() { Record = RegisterRecord.Decode(bytes) };
}

/// <summary>A page of a register's answers as a state of its own.</summary>
public sealed class AnswersState
{
    public AnswersPage? Page { get; set; }
}
