using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Logbooks;

/// <summary>How the words of governance are written in the canonical encoding.</summary>
public static class CanonicalWords
{
    public static void Person(this CanonicalWriter writer, PersonId person)
    {
        writer.ULong(person.Place);
        writer.Int(person.Index);
    }

    public static PersonId Person(this ref CanonicalReader reader) => new(reader.ULong(), reader.Int());

    public static void Speaker(this CanonicalWriter writer, Speaker speaker)
    {
        writer.Byte((byte)speaker.Role);
        writer.Int(speaker.Via);
        writer.Person(speaker.Person);
    }

    public static Speaker Speaker(this ref CanonicalReader reader) =>
        new(reader.Choice(Role.Representative), reader.Int(), reader.Person());

    public static CircleId Circle(this ref CanonicalReader reader)
    {
        var path = reader.Text();
        if (!CircleId.IsPath(path)) throw reader.Malformed("a circle's path");
        return new CircleId(path);
    }

    /// <summary>A circle, or an empty text for none.</summary>
    public static CircleId? MaybeCircle(this ref CanonicalReader reader)
    {
        var path = reader.Text();
        if (path.Length == 0) return null;
        if (!CircleId.IsPath(path)) throw reader.Malformed("a circle's path");
        return new CircleId(path);
    }

    public static void Ints(this CanonicalWriter writer, ImmutableArray<int> values)
    {
        writer.Int(values.Length);
        foreach (var value in values) writer.Int(value);
    }

    public static ImmutableArray<int> Ints(this ref CanonicalReader reader)
    {
        var values = ImmutableArray.CreateBuilder<int>();
        for (var left = reader.Count(); left > 0; left--) values.Add(reader.Int());
        return values.DrainToImmutable();
    }

    /// <summary>A value of an enumeration that is written as one byte, from 0 to <paramref name="last"/>.</summary>
    public static T Choice<T>(this ref CanonicalReader reader, T last) where T : unmanaged, Enum
    {
        var value = reader.Byte();
        if (value > System.Runtime.CompilerServices.Unsafe.BitCast<T, byte>(last))
            throw reader.Malformed($"a {typeof(T).Name}");
        return System.Runtime.CompilerServices.Unsafe.BitCast<byte, T>(value);
    }

    /// <summary>The same where values have gaps between them.</summary>
    public static T Known<T>(this ref CanonicalReader reader) where T : unmanaged, Enum
    {
        var value = System.Runtime.CompilerServices.Unsafe.BitCast<byte, T>(reader.Byte());
        return Enum.IsDefined(value) ? value : throw reader.Malformed($"a {typeof(T).Name}");
    }

    /// <summary>The length of a list: not negative and no more than the bytes that are left.</summary>
    public static int Count(this ref CanonicalReader reader)
    {
        var count = reader.Int();
        if (count < 0 || count > reader.Left) throw reader.Malformed("a list's length");
        return count;
    }

    public static void Maybe(this CanonicalWriter writer, Point? point)
    {
        writer.Bool(point is not null);
        if (point is { } given) writer.Point(given);
    }

    public static Point? MaybePoint(this ref CanonicalReader reader) =>
        reader.Bool() ? reader.Point() : null;

    public static void Maybe(this CanonicalWriter writer, double? number)
    {
        writer.Bool(number is not null);
        if (number is { } given) writer.Number(given);
    }

    public static double? MaybeNumber(this ref CanonicalReader reader) =>
        reader.Bool() ? reader.Number() : null;

    public static void Maybe(this CanonicalWriter writer, PersonId? person)
    {
        writer.Bool(person is not null);
        if (person is { } given) writer.Person(given);
    }

    public static PersonId? MaybePerson(this ref CanonicalReader reader) =>
        reader.Bool() ? reader.Person() : null;

    public static void Maybe(this CanonicalWriter writer, Snapshot? snapshot)
    {
        writer.Bool(snapshot is not null);
        snapshot?.Write(writer);
    }

    public static Snapshot? MaybeSnapshot(this ref CanonicalReader reader) =>
        reader.Bool() ? Snapshot.Read(ref reader) : null;

    public static void Maybe(this CanonicalWriter writer, Domain? domain)
    {
        writer.Bool(domain is not null);
        domain?.Write(writer);
    }

    public static Domain? MaybeDomain(this ref CanonicalReader reader) =>
        reader.Bool() ? Domain.Read(ref reader) : null;

    public static void Maybe(this CanonicalWriter writer, DomainChange? change)
    {
        writer.Bool(change is not null);
        change?.Write(writer);
    }

    public static DomainChange? MaybeChange(this ref CanonicalReader reader) =>
        reader.Bool() ? DomainChange.Read(ref reader) : null;

    /// <summary>A sum too wide for 64 bits, as its high and low half.</summary>
    public static void Wide(this CanonicalWriter writer, Int128 value)
    {
        writer.Long((long)(value >> 64));
        writer.ULong(unchecked((ulong)value));
    }

    public static Int128 Wide(this ref CanonicalReader reader)
    {
        var high = reader.Long();
        return unchecked(new Int128((ulong)high, reader.ULong()));
    }

    public delegate T ReadItem<T>(ref CanonicalReader reader);

    public static void List<T>(
        this CanonicalWriter writer, ImmutableArray<T> items, Action<CanonicalWriter, T> write)
    {
        writer.Int(items.Length);
        foreach (var item in items) write(writer, item);
    }

    public static ImmutableArray<T> List<T>(this ref CanonicalReader reader, ReadItem<T> read)
    {
        var count = reader.Count();
        if (count == 0) return [];
        var items = ImmutableArray.CreateBuilder<T>(count);
        for (var i = 0; i < count; i++) items.Add(read(ref reader));
        return items.MoveToImmutable();
    }
}
