using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Governance.Rules;
using Federation.Testing;

namespace Federation.Governance.Tests.Federating;

/// <summary>One circle's machine: keys, refusals, and the order of answers.</summary>
public class WaveTests
{
    private static readonly TestFederation Small = TestFederation.Tree(
        [2, 2], 4, new Practice { Shaping = .2, Life = Life.None with { HorizonDays = 600, Reviews = false } }, 3);

    private static readonly List<Served> Everything = Serve();

    public static TheoryData<Kind> Kinds => [.. Enum.GetValues<Kind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Asked_twice_a_circle_replies_with_the_same_bytes(Kind kind) =>
        Assert.All(Of(kind), served =>
        {
            var stored = Circle.Decode(served.After.Encode());

            var step = Wave.Of(stored).Take(new Event.Asked(served.Request), served.Here);

            var reply = Assert.IsType<Errand.Reply>(Assert.Single(step.Errands));
            Assert.True(reply.Kept);
            Assert.Equal(served.Answer.Encode(), reply.Answer.Encode());
        });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_key_with_other_contents_is_refused(Kind kind) =>
        Assert.All(Of(kind), served => Assert.Equal(Refusal.OtherContents, Refused(
            served.After, served.Request with { Day = Days.Same(served.Request.Day.Mid + 1) }, served.Here)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_older_cycle_is_refused(Kind kind) =>
        Assert.All(Of(kind), served => Assert.Equal(Refusal.OlderCycle, Refused(
            served.After with { Cycle = served.Request.Cycle + 1 }, served.Request, served.Here)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Another_run_is_refused(Kind kind) =>
        Assert.All(Of(kind), served => Assert.Equal(Refusal.OtherGenesis, Refused(
            served.Before, served.Request with { Genesis = Digest.Of([1]) }, served.Here)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_circle_that_lost_its_founding_says_that_it_forgot(Kind kind)
    {
        if (kind == Kind.Found) return;
        Assert.All(Of(kind), served => Assert.Equal(Refusal.Forgotten, Refused(
            Wave.Planned(served.Here.Id).Circle, served.Request, served.Here)));
    }

    [Fact]
    public void A_parent_that_names_other_link_persons_is_refused()
    {
        var below = Of(Kind.Convene).Where(served => served.Here.Depth == 2).ToList();
        Assert.NotEmpty(below);
        Assert.All(below, served =>
        {
            var convene = (Asking.Convene)served.Request.Asking;
            var linked = convene.Linked!;
            foreach (var wrong in new[] { linked with { Delegates = [linked.Leader!.Value] }, linked with { Leader = null } })
                Assert.Equal(Refusal.BrokenLink, Refused(
                    served.Before, served.Request with { Asking = convene with { Linked = wrong } }, served.Here));
        });
    }

    [Fact]
    public void While_one_request_is_under_way_another_has_to_wait_and_the_same_is_not_begun_again()
    {
        var served = Of(Kind.Convene).First(one => !one.Here.IsLeaf);
        var busy = Wave.Of(served.Before).Take(new Event.Asked(served.Request), served.Here).Wave;

        var again = busy.Take(new Event.Asked(served.Request), served.Here);
        var other = busy.Take(new Event.Asked(served.Request with { Cycle = served.Request.Cycle + 1 }), served.Here);

        Assert.Empty(again.Errands);
        Assert.Equal(Refusal.Busy, Assert.IsType<Errand.Refuse>(Assert.Single(other.Errands)).Refusal);
        Assert.Same(busy, other.Wave);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_is_replied_before_it_is_stored(Kind kind) =>
        Assert.All(Of(kind).Where(served => served.Here.IsLeaf), served =>
        {
            var step = Wave.Of(served.Before).Take(new Event.Asked(served.Request), served.Here);
            Assert.IsType<Errand.Store>(Assert.Single(step.Errands));
            var reply = Assert.IsType<Errand.Reply>(Assert.Single(step.Wave.Take(new Event.Stored(), served.Here).Errands));
            Assert.False(reply.Kept);
        });

    [Fact]
    public void The_order_in_which_children_answer_does_not_matter()
    {
        var answers = Everything.ToLookup(served => (served.Here.Id, served.Request.Hash), served => served.Answer);
        var upper = Everything.Where(served => !served.Here.IsLeaf).ToList();
        Assert.NotEmpty(upper);
        Assert.All(upper, served =>
        {
            var wave = Wave.Of(served.Before);
            var asks = new Queue<Errand>(wave.Take(new Event.Asked(served.Request), served.Here).Errands.Reverse());
            wave = wave.Take(new Event.Asked(served.Request), served.Here).Wave;
            while (asks.TryDequeue(out var errand))
            {
                if (errand is not Errand.Ask ask) continue;
                var answered = new Event.Answered(ask.Child, answers[(ask.Circle, ask.Request.Hash)].First());
                var step = wave.Take(answered, served.Here);
                foreach (var next in step.Errands.Reverse()) asks.Enqueue(next);
                // A second copy of an answer changes nothing.
                wave = step.Wave.Activity is { Waiting.IsEmpty: false } && step.Errands.IsEmpty
                    ? step.Wave.Take(answered, served.Here).Wave
                    : step.Wave;
            }

            wave = wave.Take(new Event.Stored(), served.Here).Wave;
            Assert.Equal(served.After.Encode(), wave.Circle.Encode());
        });
    }

    [Fact]
    public void Every_stored_circle_survives_its_encoding() => Assert.All(Everything, served =>
    {
        var bytes = served.After.Encode();
        Assert.Equal(bytes, Circle.Decode(bytes).Encode());
        Assert.Equal(served.After.Seal, Sealing.Of(Circle.Decode(bytes), TestCircle.TestGenesis));
        Assert.Equal(served.Request.Hash, Request.Decode(served.Request.Encode()).Hash);
        Assert.Equal(served.Answer.Encode(), Answer.Decode(served.Answer.Encode()).Encode());
        Assert.Equal(served.After.Seal, served.Answer.Seal);
    });

    [Fact]
    public void Any_flipped_bit_is_malformed_or_breaks_the_seal()
    {
        // Every bit of one leaf and one upper circle at their fullest; a prime stride of the others.
        var last = Everything.GroupBy(served => served.Here.Id).Select(group => group.Last().After).ToList();
        foreach (var circle in last)
        {
            var bytes = circle.Encode();
            var stride = circle.Id.Path is "r/c1/c1" or "r/c1" ? 3 : 61;
            for (var bit = 0; bit < bytes.Length * 8; bit += stride)
            {
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                if (Read(bytes) is { } changed)
                    Assert.True(Sealing.Of(changed, TestCircle.TestGenesis) != changed.Seal, $"{circle.Id} bit {bit} of byte {bit / 8}");
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }
    }

    private static Circle? Read(byte[] bytes)
    {
        try
        {
            return Circle.Decode(bytes);
        }
        catch (MalformedEncodingException)
        {
            return null;
        }
    }

    private static Refusal Refused(Circle circle, Request request, Surroundings here) =>
        Assert.IsType<Errand.Refuse>(Assert.Single(
            Wave.Of(circle).Take(new Event.Asked(request), here).Errands)).Refusal;

    private static List<Served> Of(Kind kind)
    {
        var some = Everything.Where(served => served.Request.Kind == kind).ToList();
        Assert.NotEmpty(some);
        return some;
    }

    private static List<Served> Serve()
    {
        var all = new List<Served>();
        new PlainDriver(Small.Of) { Serving = all.Add }.Run(Small.Register(
            new Raising(TestFederation.Proposal(1, "r/c1/c1", new(.9, .2)), 1),
            new Raising(TestFederation.Proposal(2, "r/c2/c1", new(.3, .4), "r/c2"), 400),
            new Raising(TestFederation.Proposal(3, "r/c2/c1", new(.5, .5), "r/c2/c2"), 500),
            new Raising(TestFederation.Change(
                4, "r", Operation.Narrow, "r/c1", new(.5, .5), new(new(.1, .1), new(.9, .9)), 0, 1), 300),
            new Raising(TestFederation.Proposal(5, "r/c2/c1", new(.4, .4), "r/c2") with { Touches = [new("r/c1/c2")] }, 580)));
        // Whose text is asked about sits in another branch.
        var across = TestFederation.Tree(
            [2, 2], 4, new Practice { Shaping = .2, Latitude = .02 }, 3, .1, .2, 2, TestFederation.Domain("r/c1", [0, 1], "r"));
        new PlainDriver(across.Of)
        {
            Serving = served =>
            {
                if (served.Request.Kind == Kind.Hear) all.Add(served);
            },
        }.Run(across.Register(new Raising(TestFederation.Proposal(1, "r/c2/c1", new(.9, .2)), 1)));
        var ruled = TestFederation.Tree([2, 2], 4, new Practice { Rule = new RulePractice { Method = Method.Median } }, 3);
        new PlainDriver(ruled.Of)
        {
            Serving = served =>
            {
                if (served.Request.Kind is Kind.Rule or Kind.Poll) all.Add(served);
            },
        }.Run(ruled.Register(new Raising(TestFederation.Proposal(1, "r/c1/c1", new(.9, .2)), 1)));
        return all;
    }
}
