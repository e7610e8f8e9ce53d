using System.Collections;

namespace Federation.Cli.Runs;

/// <summary>Rounds of a count, each made when it is looked at: a thousand candidates make half a million
/// standings, of which a page shows the first and the last.</summary>
internal sealed class Rounds<T>(int count, Func<int, T> at) : IReadOnlyList<T>
{
    public int Count => count;

    public T this[int index] => at(index);

    public IEnumerator<T> GetEnumerator() => Enumerable.Range(0, count).Select(at).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
