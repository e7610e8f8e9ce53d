using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Storage.Records;

namespace Federation.Storage.Tests.Records;

public sealed class RegisterRecordTests
{
    private const string Scenario = "{ a scenario as resolved }";

    private static Answer Numbered(int day) => new(
        Digest.Of(BitConverter.GetBytes(day)), Days.Same(day), new Reply.Routed([], []));

    /// <summary>What each answer costs to store: the state, and the page it fills.</summary>
    private static (RegisterRecord Record, List<AnswersPage> Pages, long Written, long Whole) Given(int answers)
    {
        var record = new RegisterRecord(Scenario, []);
        var (pages, written, whole) = (new List<AnswersPage>(), 0L, 0L);
        for (var day = 0; day < answers; day++)
        {
            (record, var full) = record.Given(Numbered(day));
            if (full is not null) pages.Add(full);
            written += record.Encode().Length + (full?.Encode().Length ?? 0);
            whole += new RegisterRecord(Scenario, [.. pages.SelectMany(page => page.Answers), .. record.Answers]).Encode().Length;
        }

        return (record, pages, written, whole);
    }

    /// <summary>Eight times the answers cost eight times the bytes; rewritten whole they cost more than fifty.</summary>
    [Fact]
    public void What_is_written_grows_with_the_answers_and_not_with_their_square()
    {
        var (few, many) = (Given(50), Given(400));

        Assert.InRange((double)many.Written / few.Written, 7, 9);
        Assert.InRange((double)many.Whole / few.Whole, 50, 64);
        Assert.True(many.Record.Encode().Length < 2 * few.Record.Encode().Length + Scenario.Length);
    }

    [Fact]
    public void Pages_and_what_is_open_are_all_it_was_given_in_order()
    {
        var (record, pages, _, _) = Given(100);
        var read = RegisterRecord.Decode(record.Encode());

        Assert.Equal((100, 6, 4), (read.Count, read.Pages, read.Answers.Length));
        Assert.Equal(
            Enumerable.Range(0, 100),
            pages.SelectMany(page => AnswersPage.Decode(page.Encode()).Answers).Concat(read.Answers).Select(answer => answer.Day.Mid));
        Assert.Equal(Enumerable.Range(0, 6), pages.Select(page => page.Number));
    }
}
