using System.Collections.Immutable;
using System.Diagnostics;
using Federation.Governance.Circles;
using Federation.Governance.Linking;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Rules;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>What a circle replies: kept with its key before it is sent, so that asking again is safe.</summary>
/// <param name="Seal">The circle's seal when it gave the answer.</param>
/// <param name="Day">The day it met.</param>
public sealed record Answer(Digest Seal, Days Day, Reply Reply)
{
    public byte[] Encode()
    {
        var writer = CanonicalWriter.Scratch;
        writer.Digest(Seal);
        WriteUnsealed(writer);
        return writer.ToArray();
    }

    /// <summary>All but the seal, which covers these bytes.</summary>
    public void WriteUnsealed(CanonicalWriter writer)
    {
        Day.Write(writer);
        Reply.Write(writer);
    }

    public static Answer Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new CanonicalReader(bytes);
        var answer = Read(reader.Digest(), ref reader);
        reader.End();
        return answer;
    }

    public static Answer Read(Digest seal, ref CanonicalReader reader) =>
        new(seal, Days.Read(ref reader), Reply.Read(ref reader));
}

/// <summary>The words of an answer.</summary>
public abstract record Reply
{
    private Reply() { }

    /// <summary>To <see cref="Asking.Found"/>.</summary>
    /// <param name="Delegates">Whom the circle elected; nobody at the root and where there is nobody.</param>
    /// <param name="Members">Who the parent may name leader from.</param>
    public sealed record Founded(
        ImmutableArray<Snapshot> Delegates, ImmutableArray<PersonId> Members, long Circles, long People) : Reply;

    /// <summary>To <see cref="Asking.Lead"/>.</summary>
    /// <param name="Above">Everybody of this circle or below who sits above it, as known here.</param>
    public sealed record Seated(
        ImmutableArray<PersonId> Delegates, PersonId? Leader, ImmutableArray<Snapshot> Above) : Reply;

    /// <summary>To <see cref="Asking.Convene"/>.</summary>
    /// <param name="Belief">The mean belief of its members.</param>
    /// <param name="Middle">What the circle would stand for: its agreed point or the members' middle.</param>
    /// <param name="Links">Who sits above for it now.</param>
    /// <param name="Referred">Matters it passes on, with what they took so far.</param>
    /// <param name="Taken">Matters settled in it or below.</param>
    public sealed record Convened(
        ImmutableArray<Snapshot> Above, Point Belief, Point Middle, LinkReport Links,
        ImmutableArray<Referral> Referred, ImmutableArray<Taken> Taken) : Reply
    {
        /// <summary>Objections to agreements in force, made here or below.</summary>
        public ImmutableArray<Objected> Objected { get; init; } = [];

        /// <summary>What matters settled before took of people here or below, one for each decision.</summary>
        public ImmutableArray<TimeSpent> Spent { get; init; } = [];
    }

    /// <summary>To <see cref="Asking.Spread"/>: what became of the agreement everywhere below.</summary>
    /// <param name="FromDay">Its days as they are at the owner now.</param>
    public sealed record SpreadOut(
        int Version, Point Text, int FromDay, int UntilDay, int ReviewDay, Effort Effort, Reach Reach) : Reply
    {
        /// <summary>Review requests nobody met, and refusals to ratify: where and what instead.</summary>
        public ImmutableArray<Review> Reviews { get; init; } = [];
    }

    /// <summary>To <see cref="Asking.Consider"/>.</summary>
    /// <param name="CarriedOut">How the circle carries it out.</param>
    /// <param name="Slack">How far the owner's text may have moved in all since version 1 before it or one
    /// below must be asked again.</param>
    /// <param name="NeedDistance">For a leaf, how far that is from its need; 0 above the leaves.</param>
    /// <param name="People">People living in the circle itself.</param>
    /// <param name="Effort">What this version took here and below.</param>
    /// <param name="Reach">How it is carried out here and below now; a leaf's harm is added by its
    /// parent, which knows its siblings.</param>
    public sealed record Considered(
        Point CarriedOut, double Slack, double NeedDistance, int People, Effort Effort, Reach Reach,
        ImmutableArray<Review> Reviews) : Reply;

    /// <summary>To <see cref="Asking.Measure"/>, from a circle below the owner.</summary>
    /// <param name="Standing">How it is carried out today; it takes nothing and is always asked again.</param>
    public sealed record Measured(Considered Standing, Point Belief, Point Middle) : Reply;

    /// <summary>To <see cref="Asking.Measure"/>, from the owner.</summary>
    /// <param name="Text">The text from now on, and its days.</param>
    /// <param name="Reach">What it did until today.</param>
    /// <param name="Middle">What the owner would stand for.</param>
    public sealed record Looked(
        Verdict Verdict, int Version, Point Text, int UntilDay, int ReviewDay, Effort Effort, Reach Reach,
        Point Middle) : Reply;

    /// <summary>To <see cref="Asking.Reseal"/>.</summary>
    public sealed record Resealed : Reply;

    /// <summary>To <see cref="Asking.Consult"/>: one per matter, in the order asked.</summary>
    public sealed record Consulted(ImmutableArray<Stance> Stances) : Reply;

    /// <summary>To <see cref="Asking.Heed"/>: one per matter, for all who were asked here and below.</summary>
    public sealed record Heeded(ImmutableArray<Stance> Stances) : Reply;

    /// <summary>To <see cref="Asking.Hear"/>.</summary>
    /// <param name="Agreement">The owner's, as it is now; null where the requests were lost on the way to it.</param>
    public sealed record Heard(Agreement? Agreement, Effort Effort) : Reply;

    /// <summary>To <see cref="Asking.Route"/>: what was settled, and what comes back.</summary>
    public sealed record Routed(ImmutableArray<Referral> Referred, ImmutableArray<Taken> Taken) : Reply;

    /// <summary>To <see cref="Asking.Entrust"/>.</summary>
    /// <param name="Handed">Agreements on dimensions the circle does not own any more.</param>
    /// <param name="Reach">The circles whose domain changed, and policies that now contradict.</param>
    public sealed record Entrusted(ImmutableArray<Agreement> Handed, Reach Reach) : Reply;

    /// <summary>To <see cref="Asking.Rule"/>: the matter as the rule settled it.</summary>
    public sealed record Ruled(Taken Taken) : Reply;

    /// <summary>To <see cref="Asking.Poll"/>.</summary>
    public sealed record Polled(Response Response, Effort Effort) : Reply;

    internal void Write(CanonicalWriter writer)
    {
        switch (this)
        {
            case Ruled ruled:
                writer.Byte(16);
                ruled.Taken.Write(writer);
                break;
            case Polled polled:
                writer.Byte(17);
                polled.Response.Write(writer);
                polled.Effort.Write(writer);
                break;
            case Founded founded:
                writer.Byte(0);
                writer.List(founded.Delegates, (w, elected) => elected.Write(w));
                writer.List(founded.Members, (w, person) => w.Person(person));
                writer.Long(founded.Circles);
                writer.Long(founded.People);
                break;
            case Seated seated:
                writer.Byte(1);
                writer.List(seated.Delegates, (w, person) => w.Person(person));
                writer.Maybe(seated.Leader);
                writer.List(seated.Above, (w, snapshot) => snapshot.Write(w));
                break;
            case Convened convened:
                writer.Byte(2);
                writer.List(convened.Above, (w, snapshot) => snapshot.Write(w));
                writer.Point(convened.Belief);
                writer.Point(convened.Middle);
                convened.Links.Write(writer);
                writer.List(convened.Referred, (w, referral) => referral.Write(w));
                writer.List(convened.Taken, (w, taken) => taken.Write(w));
                writer.List(convened.Objected, (w, objected) => objected.Write(w));
                writer.List(convened.Spent, (w, spent) => spent.Write(w));
                break;
            case SpreadOut spread:
                writer.Byte(3);
                writer.Int(spread.Version);
                writer.Point(spread.Text);
                writer.Int(spread.FromDay);
                writer.Int(spread.UntilDay);
                writer.Int(spread.ReviewDay);
                spread.Effort.Write(writer);
                spread.Reach.Write(writer);
                writer.List(spread.Reviews, (w, review) => review.Write(w));
                break;
            case Considered considered:
                writer.Byte(4);
                writer.Point(considered.CarriedOut);
                writer.Number(considered.Slack);
                writer.Number(considered.NeedDistance);
                writer.Int(considered.People);
                considered.Effort.Write(writer);
                considered.Reach.Write(writer);
                writer.List(considered.Reviews, (w, review) => review.Write(w));
                break;
            case Resealed:
                writer.Byte(5);
                break;
            case Consulted consulted:
                writer.Byte(6);
                writer.List(consulted.Stances, (w, stance) => stance.Write(w));
                break;
            case Routed routed:
                writer.Byte(7);
                writer.List(routed.Referred, (w, referral) => referral.Write(w));
                writer.List(routed.Taken, (w, taken) => taken.Write(w));
                break;
            case Entrusted entrusted:
                writer.Byte(8);
                writer.List(entrusted.Handed, (w, agreement) => agreement.Write(w));
                entrusted.Reach.Write(writer);
                break;
            case Measured measured:
                writer.Byte(10);
                measured.Standing.Write(writer);
                writer.Point(measured.Belief);
                writer.Point(measured.Middle);
                break;
            case Looked looked:
                writer.Byte(11);
                writer.Byte((byte)looked.Verdict);
                writer.Int(looked.Version);
                writer.Point(looked.Text);
                writer.Int(looked.UntilDay);
                writer.Int(looked.ReviewDay);
                looked.Effort.Write(writer);
                looked.Reach.Write(writer);
                writer.Point(looked.Middle);
                break;
            case Heeded heeded:
                writer.Byte(30);
                writer.List(heeded.Stances, (w, stance) => stance.Write(w));
                break;
            case Heard heard:
                writer.Byte(31);
                writer.Bool(heard.Agreement is not null);
                heard.Agreement?.Write(writer);
                heard.Effort.Write(writer);
                break;
            default: throw new UnreachableException(GetType().Name);
        }
    }

    internal static Reply Read(ref CanonicalReader reader) => reader.Byte() switch
    {
        0 => new Founded(
            reader.List((ref r) => Snapshot.Read(ref r)), reader.List((ref r) => r.Person()),
            reader.Long(), reader.Long()),
        1 => new Seated(
            reader.List((ref r) => r.Person()), reader.MaybePerson(),
            reader.List((ref r) => Snapshot.Read(ref r))),
        2 => new Convened(
            reader.List((ref r) => Snapshot.Read(ref r)), reader.Point(), reader.Point(),
            LinkReport.Read(ref reader),
            reader.List((ref r) => Referral.Read(ref r)), reader.List((ref r) => Federating.Taken.Read(ref r)))
        {
            Objected = reader.List((ref r) => Federating.Objected.Read(ref r)),
            Spent = reader.List((ref r) => TimeSpent.Read(ref r)),
        },
        3 => new SpreadOut(
            reader.Int(), reader.Point(), reader.Int(), reader.Int(), reader.Int(),
            Effort.Read(ref reader), Reach.Read(ref reader))
        {
            Reviews = reader.List((ref r) => Review.Read(ref r)),
        },
        4 => new Considered(
            reader.Point(), reader.Number(), reader.Number(), reader.Int(),
            Effort.Read(ref reader), Reach.Read(ref reader),
            reader.List((ref r) => Review.Read(ref r))),
        5 => new Resealed(),
        6 => new Consulted(reader.List((ref r) => Stance.Read(ref r))),
        7 => new Routed(
            reader.List((ref r) => Referral.Read(ref r)), reader.List((ref r) => Federating.Taken.Read(ref r))),
        8 => new Entrusted(
            reader.List((ref r) => Agreement.Read(ref r)), Reach.Read(ref reader)),
        10 => new Measured(
            Read(ref reader) as Considered ?? throw reader.Malformed("how it is carried out"),
            reader.Point(), reader.Point()),
        11 => new Looked(
            reader.Choice(Verdict.Expired), reader.Int(), reader.Point(), reader.Int(), reader.Int(),
            Effort.Read(ref reader), Reach.Read(ref reader), reader.Point()),
        30 => new Heeded(reader.List((ref r) => Stance.Read(ref r))),
        31 => new Heard(reader.Bool() ? Agreement.Read(ref reader) : null, Effort.Read(ref reader)),
        16 => new Ruled(Federating.Taken.Read(ref reader)),
        17 => new Polled(Response.Read(ref reader), Effort.Read(ref reader)),
        _ => throw reader.Malformed("a reply's kind"),
    };
}
