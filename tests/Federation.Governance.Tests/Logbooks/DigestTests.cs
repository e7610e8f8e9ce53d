using Federation.Governance.Logbooks;

namespace Federation.Governance.Tests.Logbooks;

public class DigestTests
{
    private const string OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Fact]
    public void The_digest_of_abc_is_the_published_one() =>
        Assert.Equal(OfAbc, Digest.Of("abc"u8).ToString());

    [Fact]
    public void A_digest_survives_its_text_and_its_bytes()
    {
        var digest = Digest.Parse(OfAbc);
        Span<byte> bytes = stackalloc byte[Digest.Size];
        digest.CopyTo(bytes);
        Assert.Equal(Digest.Of("abc"u8), digest);
        Assert.Equal(digest, Digest.From(bytes));
        Assert.True(digest != Digest.Of("abd"u8));
    }

    [Fact]
    public void Other_texts_and_lengths_are_refused()
    {
        Assert.Throws<FormatException>(() => Digest.Parse(OfAbc.ToUpperInvariant()));
        Assert.Throws<FormatException>(() => Digest.Parse(OfAbc[1..]));
        Assert.Throws<ArgumentException>(() => Digest.From(new byte[31]));
    }
}
