using Federation.Storage.Records;
using Federation.Storage.Sql;
using Federation.Storage.Verifying;

namespace Federation.Storage.Tests.Verifying;

/// <summary>A stored run's rows, held to be verified many times with one payload changed.</summary>
internal sealed class MemoryRows(StoredRun run)
{
    private readonly List<StoredRow> _rows = [];
    private StoredState? _register;

    public async Task Load()
    {
        _register = await run.Register();
        await foreach (var row in run.Rows()) _rows.Add(row);
    }

    public Task<Verified> Verify(Exported exported, string kind, string key, byte[] payload)
    {
        var register = kind == StoredRun.RegisterKind ? _register! with { Payload = payload } : _register;
        return Verification.OfRowsAsync(
            () => _rows.Select(row => row.Key == key ? Changed(row, kind, payload) : row).ToAsyncEnumerable(),
            register, run.RunKey, exported, Depth.Usual);
    }

    private static StoredRow Changed(StoredRow row, string kind, byte[] payload) =>
        kind == StoredRun.CircleKind
            ? row with { State = row.State! with { Payload = payload } }
            : row with
            {
                Pages = [.. row.Pages.Select(page =>
                    StoredPage.Kind(page.Number) == kind ? page with { Payload = payload } : page)],
            };
}
