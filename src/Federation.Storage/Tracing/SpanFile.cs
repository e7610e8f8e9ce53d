using System.Buffers;
using System.Diagnostics;

namespace Federation.Storage.Tracing;

/// <summary>One silo's spans, a line of OTLP JSON per batch; any number of threads may write.</summary>
/// <remarks>A line is handed to the system whole, so what a killed silo leaves is complete lines and
/// at most one torn one at the end, which a silo that takes the file up again closes first.</remarks>
public sealed class SpanFile : IDisposable
{
    private readonly FileStream _file;
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Lock _gate = new();

    public SpanFile(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _file = new FileStream(
            path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        if (_file.Length > 0)
        {
            _file.Seek(-1, SeekOrigin.End);
            var torn = _file.ReadByte() != '\n';
            if (torn) _file.Write("\n"u8);
        }
    }

    /// <summary>The file of a silo in a folder.</summary>
    public static string PathOf(string folder, string silo) => Path.Combine(folder, $"traces-{silo}.jsonl");

    public void Append(IEnumerable<KeyValuePair<string, object>> resource, IReadOnlyList<Activity> spans)
    {
        if (spans is not { Count: > 0 }) return;
        lock (_gate)
        {
            _line.ResetWrittenCount();
            OtlpLine.Write(_line, resource, spans);
            _file.Write(_line.WrittenSpan);
        }
    }

    public void Dispose() => _file.Dispose();
}
