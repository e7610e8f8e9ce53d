using System.Collections.Immutable;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Storage.Records;

namespace Federation.Grains.Federations;

/// <summary>A register grain's state; stored as a <see cref="RegisterRecord"/>.</summary>
public sealed class RegisterState
{
    public string? Scenario { get; set; }

    public ImmutableArray<Answer> Answers { get; set; } = [];

    public byte[] Encode() => new RegisterRecord(Scenario ?? "", Answers).Encode();

    /// <exception cref="MalformedEncodingException">The bytes are no register's state.</exception>
    public static RegisterState Decode(ReadOnlySpan<byte> bytes)
    {
        var record = RegisterRecord.Decode(bytes);
        return new RegisterState { Scenario = record.Scenario, Answers = record.Answers };
    }
}
