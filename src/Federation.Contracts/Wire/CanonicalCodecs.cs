using System.Buffers;
using Federation.Governance.Federating;
using Orleans.Serialization.Buffers;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Codecs;
using Orleans.Serialization.WireProtocol;
using Request = Federation.Governance.Federating.Request;

namespace Federation.Contracts.Wire;

/// <summary>Requests cross silos in their canonical encoding, the one that is hashed and stored.</summary>
[RegisterSerializer]
public sealed class RequestCodec : IFieldCodec<Request>
{
    public void WriteField<TBufferWriter>(
        ref Writer<TBufferWriter> writer, uint fieldIdDelta, Type? expectedType, Request? value)
        where TBufferWriter : IBufferWriter<byte> =>
        Canonical.Write(ref writer, fieldIdDelta, expectedType, value, typeof(Request), value?.Encode());

    public Request ReadValue<TInput>(ref Reader<TInput> reader, Field field) =>
        Canonical.Read(ref reader, field, static bytes => Request.Decode(bytes));
}

/// <summary>Answers likewise.</summary>
[RegisterSerializer]
public sealed class AnswerCodec : IFieldCodec<Answer>
{
    public void WriteField<TBufferWriter>(
        ref Writer<TBufferWriter> writer, uint fieldIdDelta, Type? expectedType, Answer? value)
        where TBufferWriter : IBufferWriter<byte> =>
        Canonical.Write(ref writer, fieldIdDelta, expectedType, value, typeof(Answer), value?.Encode());

    public Answer ReadValue<TInput>(ref Reader<TInput> reader, Field field) =>
        Canonical.Read(ref reader, field, static bytes => Answer.Decode(bytes));
}

/// <summary>Within a silo nothing is copied: both are immutable.</summary>
[RegisterCopier]
public sealed class RequestCopier : IDeepCopier<Request>
{
    public Request? DeepCopy(Request? input, CopyContext context) => input;
}

[RegisterCopier]
public sealed class AnswerCopier : IDeepCopier<Answer>
{
    public Answer? DeepCopy(Answer? input, CopyContext context) => input;
}

internal static class Canonical
{
    public static void Write<TBufferWriter>(
        ref Writer<TBufferWriter> writer, uint fieldIdDelta, Type? expectedType, object? value,
        Type type, byte[]? bytes)
        where TBufferWriter : IBufferWriter<byte>
    {
        if (ReferenceCodec.TryWriteReferenceField(ref writer, fieldIdDelta, expectedType, value)) return;
        writer.WriteFieldHeader(fieldIdDelta, expectedType, type, WireType.LengthPrefixed);
        writer.WriteVarUInt32((uint)bytes!.Length);
        writer.Write(bytes);
    }

    public static T Read<T, TInput>(ref Reader<TInput> reader, Field field, Func<byte[], T> decode)
        where T : class
    {
        if (field.WireType == WireType.Reference) return ReferenceCodec.ReadReference<T, TInput>(ref reader, field)!;
        field.EnsureWireType(WireType.LengthPrefixed);
        var length = reader.ReadVarUInt32();
        var value = decode(reader.ReadBytes(length));
        ReferenceCodec.RecordObject(reader.Session, value);
        return value;
    }
}
