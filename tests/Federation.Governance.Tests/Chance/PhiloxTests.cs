using Federation.Governance.Chance;

namespace Federation.Governance.Tests.Chance;

/// <summary>V64: known answers of Random123, and of our own layout.</summary>
public class PhiloxTests
{
    private static readonly Dice Dice = new(42, 0);

    [Fact]
    public void Zero_key_and_counter_give_the_published_words() =>
        Assert.Equal(
            new Block(0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b),
            Philox4x64.Draw(0, 0, 0, 0, 0, 0));

    [Fact]
    public void All_ones_give_the_published_words() =>
        Assert.Equal(
            new Block(0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6, 0xa09caebf594f0ba0),
            Philox4x64.Draw(~0UL, ~0UL, ~0UL, ~0UL, ~0UL, ~0UL));

    [Fact]
    public void The_digits_of_pi_give_the_published_words() =>
        Assert.Equal(
            new Block(0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5, 0x57bd43b5e52b7fe6),
            Philox4x64.Draw(
                0x452821e638d01377, 0xbe5466cf34e90c6c,
                0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89));

    [Fact]
    public void Dice_lay_out_the_counter_as_the_model_says()
    {
        var words = Dice.Words(circle: 1, decision: 2, round: 3, member: 4, Purpose.Conviction);
        Assert.Equal(
            new Block(0x86a6d46fd393f499, 0xfa85353d255122bf, 0x63ee8d29cc22ef5d, 0x90c8bed46510a625),
            words);
        Assert.Equal(0.5259831212056978, Dice.Uniform(1, 2, 3, 4, Purpose.Conviction));
    }

    [Fact]
    public void Every_part_of_the_key_matters()
    {
        Block[] words =
        [
            Dice.Words(1, 2, 3, 4, Purpose.Need, 5), new Dice(43, 0).Words(1, 2, 3, 4, Purpose.Need, 5),
            new Dice(42, 1).Words(1, 2, 3, 4, Purpose.Need, 5), Dice.Words(9, 2, 3, 4, Purpose.Need, 5),
            Dice.Words(1, 9, 3, 4, Purpose.Need, 5), Dice.Words(1, 2, 9, 4, Purpose.Need, 5),
            Dice.Words(1, 2, 3, 9, Purpose.Need, 5), Dice.Words(1, 2, 3, 4, Purpose.Tie, 5),
            Dice.Words(1, 2, 3, 4, Purpose.Need, 9),
        ];
        Assert.Equal(words.Length, words.Distinct().Count());
    }

    [Fact]
    public void Purposes_keep_their_numbers() =>
        Assert.Equal(
            "Place=1 Need=2 Preference=3 Tolerance=4 Conviction=5 Signal=6 Attendance=7 Skill=8 "
            + "Qualification=9 Reason=10 Report=11 Tie=12 Fault=13 Capture=14 Pairing=15 "
            + "Proposal=16 Phase=17 "
            + "Willing=30 Carrying=31 Judgement=40 Reading=41 Salience=60 Measure=80 Drift=81 Writing=82 Entrusting=83 "
            + "Forgetting=84 Structure=110 Challenger=111 Adopting=112 Hazard=120 Misreading=121 Load=122 Outage=123",
            string.Join(' ', Enum.GetValues<Purpose>().Select(purpose => $"{purpose}={(uint)purpose}")));
}
