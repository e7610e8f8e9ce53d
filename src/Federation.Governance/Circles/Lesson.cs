using System.Collections.Immutable;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;

namespace Federation.Governance.Circles;

/// <summary>What a circle above the leaves has learnt of its need on one dimension, from measures.</summary>
/// <param name="Value">The last two readings count as much as all before them: half the newest, half the rest.</param>
/// <param name="Times">How often it was measured, at most <see cref="Most"/>.</param>
/// <remarks>
/// Its members come and go and read their own signals, so the circle keeps the lesson and each member
/// takes it up as often as it was taught: belief = value + (belief - value) conviction^times.
/// </remarks>
public readonly record struct Lesson(int Dimension, double Value, int Times)
{
    /// <summary>After so many lessons nobody's conviction is left to count.</summary>
    public const int Most = 64;

    public static ImmutableArray<Lesson> Add(
        ImmutableArray<Lesson> lessons, ImmutableArray<int> dimensions, Point measured)
    {
        foreach (var dimension in dimensions)
        {
            var lesson = new Lesson(dimension, measured[dimension], 1);
            var at = 0;
            while (at < lessons.Length && lessons[at].Dimension < dimension) at++;
            if (at == lessons.Length || lessons[at].Dimension != dimension) lessons = lessons.Insert(at, lesson);
            else
                lessons = lessons.SetItem(at, lesson with
                {
                    Value = Fixed.Round((lessons[at].Value + lesson.Value) / 2),
                    Times = Math.Min(Most, lessons[at].Times + 1),
                });
        }

        return lessons;
    }

    /// <summary>What somebody of a conviction, 0..1, believes after all lessons.</summary>
    public static Point Teach(ImmutableArray<Lesson> lessons, Point belief, double conviction)
    {
        foreach (var lesson in lessons)
        {
            var left = 1.0;
            for (var time = 0; time < lesson.Times; time++) left *= conviction;
            belief = belief.With(lesson.Dimension, lesson.Value + ((belief[lesson.Dimension] - lesson.Value) * left));
        }

        return belief;
    }

    public void Write(CanonicalWriter writer)
    {
        writer.Int(Dimension);
        writer.Number(Value);
        writer.Int(Times);
    }

    public static Lesson Read(ref CanonicalReader reader) => new(reader.Int(), reader.Number(), reader.Int());
}
