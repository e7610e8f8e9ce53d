using System.Collections.Immutable;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Storage.Sql;

namespace Federation.Storage.Records;

/// <summary>Where a run's rows are: the store, Orleans' name for the service, the run's key.</summary>
/// <param name="RunKey">What the keys of its grains begin with, before the '/'.</param>
public sealed record StoredRun(StoreAddress Store, string ServiceId, string RunKey)
{
    public const string CircleKind = "circle";
    public const string RegisterKind = "register";

    private readonly CircleStateReader _reader = new(Store, ServiceId);

    /// <summary>Every row of the run's circles, in the byte order of their paths.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IAsyncEnumerable<StoredRow> Rows(CancellationToken stop = default) => StoredRow.Join(
        _reader.ReadAsync(CircleKind, $"{RunKey}/", stop),
        _reader.ReadAllAsync(StoredPage.Prefix, $"{RunKey}/", stop), stop);

    /// <summary>The register's state with all its pages of answers in it; null when there is none.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<StoredState?> Register(CancellationToken stop = default)
    {
        if (await _reader.FindAsync(RegisterKind, RunKey, stop) is not { } state) return null;
        var damaged = state;
        try
        {
            var record = RegisterRecord.Decode(state.Payload.Span);
            var answers = ImmutableArray.CreateBuilder<Answer>();
            for (var number = 0; number < record.Pages; number++)
            {
                if (await _reader.FindAsync(AnswersPage.Kind(number), RunKey, stop) is not { } page) return state;
                damaged = page;
                answers.AddRange(AnswersPage.Decode(page.Payload.Span).Answers);
            }

            answers.AddRange(record.Answers);
            return state with { Payload = new RegisterRecord(record.Scenario, answers.DrainToImmutable()).Encode() };
        }
        catch (MalformedEncodingException)
        {
            // Whoever reads it finds what cannot be read, and says so.
            return damaged;
        }
    }

    /// <exception cref="StoreException">The store cannot be read.</exception>
    public Task<StoredState?> Circle(string path, CancellationToken stop = default) =>
        _reader.FindAsync(CircleKind, $"{RunKey}/{path}", stop);

    /// <summary>A full page of a circle's logbook; null when it is not there.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public Task<StoredState?> Page(string path, int number, CancellationToken stop = default) =>
        _reader.FindAsync(StoredPage.Kind(number), $"{RunKey}/{path}", stop);
}
