using System.Collections.Immutable;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;

namespace Federation.Storage.Records;

/// <summary>What is stored of a run's register: the scenario and every answer it was given.</summary>
/// <remarks>
/// The register itself follows from these; see <see cref="Register"/>. Answers that fill a page are
/// stored once and never again, so what is written for one more answer does not grow with the run.
/// </remarks>
/// <param name="Answers">Those since the last full page.</param>
public sealed record RegisterRecord(string Scenario, ImmutableArray<Answer> Answers)
{
    /// <summary>How many answers a page holds.</summary>
    public const int PageAnswers = 16;

    /// <summary>Full pages stored before <see cref="Answers"/>.</summary>
    public int Pages { get; init; }

    /// <summary>How many answers it was given in all.</summary>
    public int Count => (Pages * PageAnswers) + Answers.Length;

    /// <summary>The record with one more answer, and the page that it fills, which is stored before.</summary>
    public (RegisterRecord Record, AnswersPage? Full) Given(Answer answer)
    {
        var answers = Answers.Add(answer);
        return answers.Length < PageAnswers
            ? (this with { Answers = answers }, null)
            : (this with { Answers = [], Pages = Pages + 1 }, new AnswersPage(Pages, answers));
    }

    public byte[] Encode()
    {
        var writer = new CanonicalWriter();
        writer.Version();
        writer.Text(Scenario);
        writer.Int(Pages);
        AnswersPage.Write(writer, Answers);
        return writer.ToArray();
    }

    /// <exception cref="MalformedEncodingException">The bytes are no register's state.</exception>
    public static RegisterRecord Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new CanonicalReader(bytes);
        reader.Version();
        var scenario = reader.Text();
        var pages = reader.Int();
        if (pages < 0) throw reader.Malformed("a number of pages");
        var answers = AnswersPage.Read(ref reader);
        reader.End();
        return new RegisterRecord(scenario, answers) { Pages = pages };
    }
}

/// <summary>A full page of answers a register was given.</summary>
public sealed record AnswersPage(int Number, ImmutableArray<Answer> Answers)
{
    /// <summary>The name of the state of a page.</summary>
    public static string Kind(int number) => $"answers-{number}";

    public byte[] Encode()
    {
        var writer = new CanonicalWriter();
        writer.Version();
        writer.Int(Number);
        Write(writer, Answers);
        return writer.ToArray();
    }

    /// <exception cref="MalformedEncodingException">The bytes are no page of answers.</exception>
    public static AnswersPage Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new CanonicalReader(bytes);
        reader.Version();
        var number = reader.Int();
        var answers = Read(ref reader);
        reader.End();
        return new AnswersPage(number, answers);
    }

    internal static void Write(CanonicalWriter writer, ImmutableArray<Answer> answers)
    {
        writer.Int(answers.Length);
        foreach (var answer in answers) writer.Bytes(answer.Encode());
    }

    internal static ImmutableArray<Answer> Read(ref CanonicalReader reader)
    {
        var answers = ImmutableArray.CreateBuilder<Answer>();
        for (var left = reader.Count(); left > 0; left--) answers.Add(Answer.Decode(reader.Bytes()));
        return answers.DrainToImmutable();
    }
}
