using System.Collections.Immutable;
using System.Diagnostics;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Linking;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Rules;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>The kinds of request, in the order a cycle sends them. Values are never renumbered.</summary>
public enum Kind : byte
{
    Found = 0,
    Lead = 1,
    Convene = 2,
    Spread = 3,
    Consider = 4,
    Reseal = 5,
    Consult = 6,
    Route = 7,
    Entrust = 8,
    Measure = 10,
    Heed = 11,
    Hear = 12,
    Rule = 16,
    Poll = 17,
}

/// <summary>What a circle is asked, downwards along a link or by the register.</summary>
/// <param name="Genesis">The run it belongs to; a circle of another run refuses it.</param>
/// <param name="Cycle">The governance cycle, from 0 for the founding.</param>
/// <param name="Decision">The matter, 0 for none.</param>
/// <param name="Version">The text's version at the circle that issues it, 0 for none.</param>
/// <param name="Day">The simulated day it is sent on.</param>
/// <remarks>
/// Nothing random is in it: no run id, no trace context, no number of attempts. Its hash, with its
/// cycle, kind, decision and version, is the key under which the answer is kept.
/// </remarks>
public sealed record Request(
    Digest Genesis, int Cycle, int Decision, int Version, Days Day, Asking Asking)
{
    private Digest? _hash;

    // A copy is another request: it must not inherit the hash.
    private Request(Request other) =>
        (Genesis, Cycle, Decision, Version, Day, Asking) =
        (other.Genesis, other.Cycle, other.Decision, other.Version, other.Day, other.Asking);

    public Kind Kind => Asking.Kind;

    /// <summary>SHA-256 of the canonical encoding.</summary>
    public Digest Hash => _hash ??= Digest.Of(Write().Written);

    public byte[] Encode() => Write().ToArray();

    private CanonicalWriter Write()
    {
        var writer = CanonicalWriter.Scratch;
        writer.Digest(Genesis);
        writer.Byte((byte)Kind);
        writer.Int(Cycle);
        writer.Int(Decision);
        writer.Int(Version);
        Day.Write(writer);
        Asking.Write(writer);
        return writer;
    }

    public static Request Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new CanonicalReader(bytes);
        var genesis = reader.Digest();
        var kind = reader.Known<Kind>();
        var (cycle, decision, version) = (reader.Int(), reader.Int(), reader.Int());
        var day = Days.Read(ref reader);
        var asking = Asking.Read(kind, ref reader);
        reader.End();
        return new Request(genesis, cycle, decision, version, day, asking);
    }
}

/// <summary>What is asked.</summary>
public abstract record Asking
{
    private Asking() { }

    public abstract Kind Kind { get; }

    /// <summary>Rising, cycle 0: elect a delegate and say who your members are.</summary>
    public sealed record Found : Asking
    {
        public override Kind Kind => Kind.Found;
    }

    /// <summary>Falling, cycle 0: consent to a leader and refill the seats of those who moved up.</summary>
    /// <param name="Named">The circle's members as the parent would name them leader, best first.</param>
    /// <param name="Passing">People of this circle or below who now sit above the parent.</param>
    public sealed record Lead(ImmutableArray<PersonId> Named, ImmutableArray<PersonId> Passing) : Asking
    {
        public override Kind Kind => Kind.Lead;
    }

    /// <summary>Rising: meet, deliberate what is yours, refer the rest.</summary>
    /// <param name="Raised">Matters raised in this circle or below.</param>
    /// <param name="Returns">What meetings above did to the opinions of people who live below.</param>
    /// <param name="Linked">What the parent says of their link; null from the register.</param>
    public sealed record Convene(
        ImmutableArray<Proposal> Raised, ImmutableArray<Return> Returns, Linked? Linked) : Asking
    {
        public override Kind Kind => Kind.Convene;
    }

    /// <summary>From the register: carry your decision down and say what became of it.</summary>
    public sealed record Spread : Asking
    {
        public override Kind Kind => Kind.Spread;
    }

    /// <summary>Falling: an agreement of a circle above reaches you.</summary>
    /// <param name="Matter">The matter, its text as the parent carries it out.</param>
    /// <param name="Owner">Whose agreement it is.</param>
    /// <param name="Text">The owner's text, from which latitude is measured.</param>
    /// <param name="Latitude">How far from it your own way may lie.</param>
    /// <param name="TermShare">The agreed share of the term asked, 0..1.</param>
    /// <param name="Moved">How far the text moved in all since version 1; 0 at version 1.</param>
    /// <param name="Lost">Whether, in the simulated world, it never came down to you.</param>
    public sealed record Consider(
        Proposal Matter, CircleId Owner, Point Text, double Latitude, double TermShare, double Moved,
        bool Lost = false) : Asking
    {
        public override Kind Kind => Kind.Consider;

        /// <summary>Exceptions the owner granted to this circle or to some below; nothing else is asked
        /// then.</summary>
        public ImmutableArray<Variance> Variances { get; init; } = [];
    }

    /// <summary>From the register: cycles were held below without you; take up their seals.</summary>
    public sealed record Reseal(ImmutableArray<CircleId> Scopes) : Asking
    {
        public override Kind Kind => Kind.Reseal;
    }

    /// <summary>Before the parent deliberates: what do you say to a change of your domain?</summary>
    public sealed record Consult(ImmutableArray<Proposal> Matters) : Asking
    {
        public override Kind Kind => Kind.Consult;
    }

    /// <summary>Matters from elsewhere that your domain covers: settle them, or give them back.</summary>
    public sealed record Route(ImmutableArray<Referral> Matters) : Asking
    {
        public override Kind Kind => Kind.Route;
    }

    /// <summary>Falling: your domain was changed with your links' consent.</summary>
    /// <param name="Domain">The domain from now on.</param>
    /// <param name="Text">The text of the agreement, in the whole issue space.</param>
    public sealed record Entrust(Domain Domain, Operation Operation, Point Text) : Asking
    {
        /// <summary>Whether an earlier change is over, and what it changed is as it was before.</summary>
        public bool Restores { get; init; }

        public override Kind Kind => Kind.Entrust;
    }

    /// <summary>From the register, then down: something is due for an agreement in force.</summary>
    /// <param name="Objections">Raised against it since; the owner hears them.</param>
    public sealed record Measure(Due Due, ImmutableArray<Review> Objections) : Asking
    {
        /// <summary>The dimension the owner measures a concern on, for those below; -1 for none.</summary>
        public int Metric { get; init; } = -1;

        public override Kind Kind => Kind.Measure;
    }

    /// <summary>From the register before a cycle, then down: do you object to what these matters of other
    /// circles do to you?</summary>
    public sealed record Heed(ImmutableArray<Proposal> Matters) : Asking
    {
        public override Kind Kind => Kind.Heed;
    }

    /// <summary>On the way to the owner of a text, from the circle that carries it to other branches: hear
    /// what these ask, and say what your text is.</summary>
    public sealed record Hear(CircleId Owner, ImmutableArray<Review> Reviews) : Asking
    {
        public override Kind Kind => Kind.Hear;
    }

    /// <summary>From the register: your text is drafted; let the rule decide it.</summary>
    public sealed record Rule(Taken Taken) : Asking
    {
        public override Kind Kind => Kind.Rule;
    }

    /// <summary>Answer this for everybody in your circle and below.</summary>
    public sealed record Poll(Question Question) : Asking
    {
        public override Kind Kind => Kind.Poll;
    }

    internal void Write(CanonicalWriter writer)
    {
        switch (this)
        {
            case Rule rule:
                rule.Taken.Write(writer);
                break;
            case Poll poll:
                poll.Question.Write(writer);
                break;
            case Found or Spread: break;
            case Measure measure:
                writer.Byte((byte)measure.Due);
                writer.List(measure.Objections, (w, review) => review.Write(w));
                writer.Int(measure.Metric);
                break;
            case Lead lead:
                writer.List(lead.Named, (w, person) => w.Person(person));
                writer.List(lead.Passing, (w, person) => w.Person(person));
                break;
            case Convene convene:
                writer.List(convene.Raised, (w, proposal) => proposal.Write(w));
                writer.List(convene.Returns, (w, back) => back.Write(w));
                writer.Bool(convene.Linked is not null);
                convene.Linked?.Write(writer);
                break;
            case Consider consider:
                consider.Matter.Write(writer);
                writer.Text(consider.Owner.Path);
                writer.Point(consider.Text);
                writer.Number(consider.Latitude);
                writer.Number(consider.TermShare);
                writer.Number(consider.Moved);
                writer.Bool(consider.Lost);
                writer.List(consider.Variances, (w, variance) => variance.Write(w));
                break;
            case Consult consult:
                writer.List(consult.Matters, (w, proposal) => proposal.Write(w));
                break;
            case Heed heed:
                writer.List(heed.Matters, (w, proposal) => proposal.Write(w));
                break;
            case Hear hear:
                writer.Text(hear.Owner.Path);
                writer.List(hear.Reviews, (w, review) => review.Write(w));
                break;
            case Route route:
                writer.List(route.Matters, (w, referral) => referral.Write(w));
                break;
            case Entrust entrust:
                entrust.Domain.Write(writer);
                writer.Byte((byte)entrust.Operation);
                writer.Point(entrust.Text);
                writer.Bool(entrust.Restores);
                break;
            case Reseal reseal:
                writer.List(reseal.Scopes, (w, scope) => w.Text(scope.Path));
                break;
            default: throw new UnreachableException(GetType().Name);
        }
    }

    internal static Asking Read(Kind kind, ref CanonicalReader reader) => kind switch
    {
        Kind.Found => new Found(),
        Kind.Spread => new Spread(),
        Kind.Lead => new Lead(
            reader.List((ref r) => r.Person()), reader.List((ref r) => r.Person())),
        Kind.Convene => new Convene(
            reader.List((ref r) => Proposal.Read(ref r)), reader.List((ref r) => Return.Read(ref r)),
            reader.Bool() ? Linked.Read(ref reader) : null),
        Kind.Consider => new Consider(
            Proposal.Read(ref reader), reader.Circle(), reader.Point(), reader.Number(),
            reader.Number(), reader.Number(), reader.Bool())
        {
            Variances = reader.List((ref r) => Variance.Read(ref r)),
        },
        Kind.Consult => new Consult(reader.List((ref r) => Proposal.Read(ref r))),
        Kind.Heed => new Heed(reader.List((ref r) => Proposal.Read(ref r))),
        Kind.Hear => new Hear(reader.Circle(), reader.List((ref r) => Review.Read(ref r))),
        Kind.Route => new Route(reader.List((ref r) => Referral.Read(ref r))),
        Kind.Entrust => new Entrust(
            Domain.Read(ref reader), reader.Choice(Operation.Dissolve), reader.Point())
        {
            Restores = reader.Bool(),
        },
        Kind.Measure => new Measure(
            reader.Choice(Due.End), reader.List((ref r) => Review.Read(ref r))) { Metric = reader.Int() },
        Kind.Rule => new Rule(Taken.Read(ref reader)),
        Kind.Poll => new Poll(Question.Read(ref reader)),
        Kind.Reseal => new Reseal(reader.List((ref r) => r.Circle())),
        _ => throw new UnreachableException(kind.ToString()),
    };
}
