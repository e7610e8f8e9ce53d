using Federation.Storage.Sql;
using Npgsql;

namespace Federation.Storage.Tests.Sql;

public class StoreAddressTests
{
    [Theory]
    [InlineData("Host=db;Username=u;Password=hunter2")]
    [InlineData("hunter2")]
    [InlineData("postgress://u:hunter2@db/federation")]
    [InlineData("POSTGRES:Host=db;Password=hunter2")]
    [InlineData("postgres:Host=db;Password=a;hunter2=b")]
    [InlineData("postgres:Host=db;Password='a;hunter2")]
    [InlineData("postgres:Host=db;Port=hunter2")]
    [InlineData("postgres://u:hunter2#x@db/federation")]
    [InlineData("postgres://u:12?hunter2@db/federation")]
    [InlineData("postgres://u:12/hunter2@db/federation")]
    [InlineData("postgres://u:12#hunter2@db/federation")]
    [InlineData("postgres://u@db/federation;Password=hunter2")]
    [InlineData("postgres://u@db/federation?password=hunter2&nosuch=1")]
    [InlineData("postgres://u@db/federation?sslmode=hunter2")]
    public void An_address_that_is_refused_is_not_repeated(string text)
    {
        var refused = Assert.Throws<StoreException>(() => StoreAddress.Parse(text));

        Assert.Equal(StoreFault.Address, refused.Fault);
        Assert.DoesNotContain("hunter2", refused.ToString());
    }

    [Theory]
    [InlineData("postgres:Host=db;Username=u;Database=f;Password=hunter2;SSL Password=hunter2")]
    [InlineData("postgres://u:hunter2@db/f?sslpassword=hunter2&password=hunter2")]
    [InlineData("postgres://u:hunter2;Password=hunter2@db/f")]
    public void What_is_kept_and_shown_has_no_password(string text)
    {
        var store = StoreAddress.Parse(text);

        Assert.Contains("hunter2", store.Text);
        Assert.DoesNotContain("hunter2", store.TextWithoutSecrets);
        Assert.Equal("postgres:u@db:5432/f", store.ToString());
    }

    [Theory]
    [InlineData("sslmode=require", SslMode.Require)]
    [InlineData("sslmode=verify-full&connect_timeout=3", SslMode.VerifyFull)]
    public void Keywords_behind_an_address_count(string query, SslMode expected)
    {
        var store = (StoreAddress.Postgres)StoreAddress.Parse($"postgresql://u@[::1]:5433/f?{query}&application_name=mine");

        var parts = new NpgsqlConnectionStringBuilder(store.ConnectionString);
        Assert.Equal((expected, "::1", 5433, "mine"), (parts.SslMode, parts.Host, parts.Port, parts.ApplicationName));
    }

    [Fact]
    public void An_unknown_keyword_behind_an_address_is_named() =>
        Assert.Contains("nosuch", Assert.Throws<StoreException>(
            () => StoreAddress.Parse("postgres://u@db/f?nosuch=1")).Message);
}
