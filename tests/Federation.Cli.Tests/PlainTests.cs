using Federation.Cli.Terminals;

namespace Federation.Cli.Tests;

public sealed class PlainTests
{
    [Theory]
    [InlineData("Ada and Bela, 3 °C", "Ada and Bela, 3 °C")]
    [InlineData("a\nerror: b", "a\\u000aerror: b")]
    [InlineData("a\r\tb\u2028c", "a\\u000d\\u0009b\\u2028c")]
    [InlineData("\u001b[2Jgone", "\\u001b[2Jgone")]
    [InlineData("\u009b31mred", "\\u009b31mred")]
    [InlineData("\u0007", "\\u0007")]
    [InlineData("a\u202eb", "a\\u202eb")]
    [InlineData("[bold]x[/]", "[bold]x[/]")]
    public void What_came_from_outside_does_nothing_to_a_terminal(string text, string shown)
    {
        Assert.Equal(shown, Plain.Text(text));
        foreach (var drawn in (bool[])[true, false])
        {
            using var written = new StringWriter();
            var page = Page.On(written, drawn, color: false, width: 100);
            page.Heading(text);
            page.Line(text);
            page.Exact(text);
            page.Facts(("name", text));
            page.Table(["column"], [[text]]);
            Assert.DoesNotContain(written.ToString(), letter => letter is '\u001b' or '\u009b' or '\u0007' or '\u202e');
        }
    }
}
