using Federation.Cli.Clusters;
using Federation.Storage.Sql;

namespace Federation.Cli.Tests;

public class ClusterAddressTests
{
    [Theory]
    [InlineData("Host=db;Password=hunter2")]
    [InlineData("postgress:Host=db;Password=hunter2")]
    [InlineData("postgress://u:hunter2@db/federation")]
    [InlineData("u:hunter2@db")]
    public void An_address_that_went_wrong_is_not_repeated(string text) =>
        Assert.DoesNotContain(
            "hunter2", Assert.Throws<StoreException>(() => ClusterAddress.Parse(text)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_folder_may_have_any_name_it_can_have()
    {
        var folder = Directory.CreateTempSubdirectory("a=b:c-");
        try
        {
            Assert.IsType<ClusterAddress.Folder>(ClusterAddress.Parse(folder.FullName));
            Assert.IsType<ClusterAddress.Folder>(ClusterAddress.Parse(".federation"));
        }
        finally
        {
            folder.Delete();
        }
    }
}
