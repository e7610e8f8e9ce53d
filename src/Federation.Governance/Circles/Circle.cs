using System.Collections.Immutable;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Circles;

/// <summary>A person of this circle or below who sits above it, and the child they came up through.</summary>
/// <param name="Via">The child's number; -1 for a resident.</param>
public readonly record struct Passing(PersonId Person, int Via);

/// <summary>An answer kept under its key until a newer cycle comes.</summary>
public sealed record Given(Kind Kind, int Decision, int Version, Digest Hash, Answer Answer);

/// <summary>Everything a circle keeps: one bounded state, stored as its canonical encoding.</summary>
/// <remarks>
/// Nothing here depends on silos, storage, placement or attempts, so two runs of one scenario keep
/// byte-equal states. The seal is not part of what it covers: it comes last in the encoding.
/// </remarks>
public sealed record Circle
{
    /// <summary>Of the encoding; a state of another version is refused.</summary>
    public const byte EncodingVersion = 1;

    public required CircleId Id { get; init; }

    /// <summary>The newest cycle answered; -1 when nothing happened here yet.</summary>
    public int Cycle { get; init; } = -1;

    /// <summary>Who holds which role here, the links upwards among them.</summary>
    public ImmutableArray<Seat> Seats { get; init; } = [];

    /// <summary>The first of the delegates this circle sends up; null at the root.</summary>
    public PersonId? Delegate => Seats.Holder(Role.Delegate);

    /// <summary>All delegates, in the order they were elected in.</summary>
    public ImmutableArray<PersonId> Delegates =>
        [.. Seats.Where(seat => seat.Role == Role.Delegate).Select(seat => seat.Person)];

    /// <summary>Named by the parent; null at the root and where links are single.</summary>
    public PersonId? Leader => Seats.Holder(Role.Leader);

    /// <summary>Who runs the meetings; null before the founding.</summary>
    public PersonId? Facilitator => Seats.Holder(Role.Facilitator);

    /// <summary>Who keeps the logbook; null before the founding.</summary>
    public PersonId? Secretary => Seats.Holder(Role.Secretary);

    /// <summary>Whether a person links this circle to its parent.</summary>
    public bool IsLink(PersonId person) =>
        Seats.Holds(Role.Delegate, person) || Seats.Holds(Role.Leader, person);

    /// <summary>Who is no longer a member of this circle, ascending: residents, who still live here, or link
    /// persons of circles below, which choose others.</summary>
    public ImmutableArray<PersonId> Removed { get; init; } = [];

    /// <summary>All of this circle or below who sit above it, its own links included.</summary>
    public ImmutableArray<Passing> Passing { get; init; } = [];

    /// <summary>The same people as last known, where they did not come from the child's links.</summary>
    public ImmutableArray<Snapshot> Above { get; init; } = [];

    /// <summary>One per child, in child order.</summary>
    public ImmutableArray<DoubleLink> Links { get; init; } = [];

    public ChangedOpinions Changed { get; init; } = ChangedOpinions.None;

    /// <summary>Returns waiting to go down with the next Convene.</summary>
    public ImmutableArray<Return> Returns { get; init; } = [];

    public ImmutableArray<Agreement> Agreements { get; init; } = [];

    /// <summary>The domain since it was last changed; null while the founding's holds.</summary>
    public Domain? Domain { get; init; }

    /// <summary>Exceptions granted here to circles below, or granted to this circle.</summary>
    public ImmutableArray<Variance> Variances { get; init; } = [];
    /// <summary>What measures taught a circle above the leaves, ascending by dimension.</summary>
    public ImmutableArray<Lesson> Lessons { get; init; } = [];

    /// <summary>Members who left after their objection kept the circle from deciding, in that order.</summary>
    public ImmutableArray<PersonId> Left { get; init; } = [];

    /// <summary>How far meetings are used up; untouched where they have no time-box.</summary>
    public Booking Booked { get; init; }

    public Logbook Logbook { get; init; } = Logbook.Empty;

    public ImmutableArray<Given> Answers { get; init; } = [];

    /// <summary>Covers all of the above and, through the links, everything below.</summary>
    public Digest Seal { get; init; }

    public bool IsFounded => Cycle >= 0;

    /// <summary>The answer given under a key, if it is still kept.</summary>
    public Given? Kept(Request request)
    {
        if (request.Cycle != Cycle) return null;
        foreach (var given in Answers)
            if (given.Kind == request.Kind && given.Decision == request.Decision
                && given.Version == request.Version) return given;
        return null;
    }

    public byte[] Encode()
    {
        var writer = CanonicalWriter.Scratch;
        WriteCovered(writer);
        writer.Digest(Seal);
        return writer.ToArray();
    }

    /// <summary>What the seal's state hash covers: everything but the seal itself, which the newest
    /// answer carries too.</summary>
    public void WriteCovered(CanonicalWriter writer)
    {
        writer.Byte(EncodingVersion);
        writer.Text(Id.Path);
        writer.Int(Cycle);
        writer.List(Seats, (w, seat) => seat.Write(w));
        writer.List(Removed, (w, person) => w.Person(person));
        writer.List(Passing, (w, passing) =>
        {
            w.Person(passing.Person);
            w.Int(passing.Via);
        });
        writer.List(Above, (w, snapshot) => snapshot.Write(w));
        writer.List(Links, (w, link) => link.Write(w));
        Changed.Write(writer);
        writer.List(Returns, (w, back) => back.Write(w));
        writer.List(Agreements, (w, agreement) => agreement.Write(w));
        writer.Maybe(Domain);
        writer.List(Variances, (w, variance) => variance.Write(w));
        writer.List(Lessons, (w, lesson) => lesson.Write(w));
        writer.List(Left, (w, person) => w.Person(person));
        writer.Bool(Booked != default);
        if (Booked != default) Booked.Write(writer);
        Logbook.Write(writer);
        writer.Int(Answers.Length);
        for (var i = 0; i < Answers.Length; i++)
        {
            var given = Answers[i];
            writer.Byte((byte)given.Kind);
            writer.Int(given.Decision);
            writer.Int(given.Version);
            writer.Digest(given.Hash);
            if (i < Answers.Length - 1) writer.Digest(given.Answer.Seal);
            given.Answer.WriteUnsealed(writer);
        }
    }

    /// <exception cref="MalformedEncodingException">The bytes are not a circle's state.</exception>
    public static Circle Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new CanonicalReader(bytes);
        if (reader.Byte() != EncodingVersion) throw reader.Malformed($"encoding version {EncodingVersion}");
        var circle = new Circle
        {
            Id = reader.Circle(),
            Cycle = reader.Int(),
            Seats = reader.List((ref r) => Seat.Read(ref r)),
            Removed = reader.List((ref r) => r.Person()),
            Passing = reader.List((ref r) => new Passing(r.Person(), r.Int())),
            Above = reader.List((ref r) => Snapshot.Read(ref r)),
            Links = reader.List((ref r) => DoubleLink.Read(ref r)),
            Changed = ChangedOpinions.Read(ref reader),
            Returns = reader.List((ref r) => Return.Read(ref r)),
            Agreements = reader.List((ref r) => Agreement.Read(ref r)),
            Domain = reader.MaybeDomain(),
            Variances = reader.List((ref r) => Variance.Read(ref r)),
            Lessons = reader.List((ref r) => Lesson.Read(ref r)),
            Left = reader.List((ref r) => r.Person()),
            Booked = reader.Bool() ? Booking.Read(ref reader) : default,
            Logbook = Logbook.Read(ref reader),
        };
        var answers = ReadAnswers(ref reader);
        var seal = reader.Digest();
        reader.End();
        if (!answers.IsEmpty)
            answers = answers.SetItem(answers.Length - 1, Sealed(answers[^1], seal));
        return circle with { Answers = answers, Seal = seal };
    }

    private static ImmutableArray<Given> ReadAnswers(ref CanonicalReader reader)
    {
        var count = reader.Count();
        var answers = ImmutableArray.CreateBuilder<Given>(count);
        for (var i = 0; i < count; i++)
        {
            var (kind, decision, version) = (reader.Known<Kind>(), reader.Int(), reader.Int());
            var hash = reader.Digest();
            var seal = i < count - 1 ? reader.Digest() : default;
            answers.Add(new Given(kind, decision, version, hash, Answer.Read(seal, ref reader)));
        }

        return answers.MoveToImmutable();
    }

    private static Given Sealed(Given given, Digest seal) =>
        given with { Answer = given.Answer with { Seal = seal } };
}
