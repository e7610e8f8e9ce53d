using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Grains.Circles;
using Federation.Grains.Federations;
using Federation.Storage.Records;
using Orleans.Storage;

namespace Federation.Grains;

/// <summary>States are stored as their canonical encoding, byte for byte what seals are computed from.</summary>
internal sealed class StateSerializer : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => new(input switch
    {
        CircleState { Circle: { } circle } => circle.Encode(),
        PageState { Page: { } page } => page.Encode(),
        AnswersState { Page: { } answers } => answers.Encode(),
        RegisterState register => register.Encode(),
        _ => throw new NotSupportedException($"{typeof(T).Name} has no canonical encoding."),
    });

    public T Deserialize<T>(BinaryData input)
    {
        var bytes = input.ToMemory().Span;
        object state = typeof(T) == typeof(CircleState) ? new CircleState { Circle = Circle.Decode(bytes) }
            : typeof(T) == typeof(PageState) ? new PageState { Page = LogbookPage.Decode(bytes) }
            : typeof(T) == typeof(AnswersState) ? new AnswersState { Page = AnswersPage.Decode(bytes) }
            : typeof(T) == typeof(RegisterState) ? RegisterState.Decode(bytes)
            : throw new NotSupportedException($"{typeof(T).Name} has no canonical encoding.");
        return (T)state;
    }
}
