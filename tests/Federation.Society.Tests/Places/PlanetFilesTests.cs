using System.Text;
using Federation.Society.Places;
using Federation.Society.Scenarios;
using Federation.Storage.Planet;

namespace Federation.Society.Tests.Places;

public sealed class PlanetFilesTests
{
    private const string CityHeader =
        "geoname_id,name,ascii,country,subdivision,lat,lon,population,capital\n";

    [Fact]
    public void The_shipped_files_are_the_known_ones()
    {
        var data = PlanetFiles.Load();

        Assert.Equal(
            "22cb38bd3ac504267b744ee3c0b76e820fe0b9ba86b001adacd64a5864f04eb4", PlanetFiles.Hash);
        Assert.Equal((30, 250, 3_530, 26_168), (data.Regions.Length, data.Countries.Length,
            data.Subdivisions.Length, data.Cities.Length));
        Assert.Equal(Planets.People, data.Countries.Sum(country => country.Population));
    }

    [Fact]
    public void Subdivisions_add_up_to_their_country()
    {
        var countries = PlanetFiles.Load().Countries.ToDictionary(country => country.Iso2);

        Assert.All(PlanetFiles.Load().Subdivisions.GroupBy(each => each.Country), group =>
            Assert.Equal(countries[group.Key].Population, group.Sum(each => each.Population)));
    }

    [Fact]
    public void No_shipped_coordinate_lies_so_near_a_half_step_that_machines_could_differ()
    {
        var nearest = 0.5;
        PlanetFiles.Read(Watch);
        Assert.True(nearest > 1e-6, $"One lies {nearest} of a step from where rounding turns.");

        Stream Watch(string name)
        {
            var text = new StreamReader(typeof(PlanetFiles).Assembly
                .GetManifestResourceStream($"planet/{name}")!).ReadToEnd();
            if (name != "regions.csv")
                Check(text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            return new MemoryStream(Encoding.UTF8.GetBytes(text));
        }

        void Check(string[] lines)
        {
            foreach (var line in lines.Skip(1))
            {
                var (latitude, longitude) = Coordinates(line);
                var (x, y, z) = Directions.Unrounded(latitude, longitude);
                foreach (var steps in new[] { x, y, z })
                    nearest = Math.Min(nearest, Math.Abs(Math.Abs(steps) % 1 - 0.5));
            }
        }

        static (double, double) Coordinates(string line)
        {
            var fields = line.Split(',');
            var at = Array.FindIndex(fields, field =>
                field.Length > 5 && field[^5] == '.' && double.TryParse(field, out _));
            return (double.Parse(fields[at]), double.Parse(fields[at + 1]));
        }
    }

    [Theory]
    [InlineData("cities.csv", CityHeader + "1,A,,FR,,48.8,2.3,many,\n",
        "cities.csv, line 2: 'population' is 'many', not a whole number")]
    [InlineData("cities.csv", CityHeader + "1,A,,FR,,98.8,2.3,5,\n",
        "cities.csv, line 2: 'lat' is '98.8', not degrees between -90 and 90")]
    [InlineData("regions.csv", "code,name,parent,kind\n001,World,,world\n002,,001,region\n",
        "regions.csv, line 3: 'name' is empty")]
    [InlineData("regions.csv", "code,name,parent,kind\n001,World,,world\n002,Africa\n",
        "regions.csv, line 3: ")]
    [InlineData("regions.csv", "code,title,parent,kind\n001,World,,world\n",
        "regions.csv, line 2: there is no column 'name'")]
    public void A_malformed_file_is_refused_with_its_line_and_the_reason(
        string file, string text, string told)
    {
        var error = Assert.Throws<PlanetFileException>(() => PlanetFiles.Read(name => name == file
            ? new MemoryStream(Encoding.UTF8.GetBytes(text))
            : typeof(PlanetFiles).Assembly.GetManifestResourceStream($"planet/{name}")!));

        Assert.StartsWith(told, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_attribution_travels_along()
    {
        using var text = new StreamReader(PlanetFiles.OpenAttribution());

        Assert.Contains("GeoNames", text.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_country_in_an_unknown_region_is_refused()
    {
        var data = PlanetFiles.Load();
        var broken = data with { Countries = [data.Countries[0] with { Region = "999" }] };

        var error = Assert.Throws<InvalidFederationException>(() => new PlanetPlan(
            broken, new FederationShape.Planet("countries", 0, 8, 6, [])));

        Assert.Contains("Country AD lies in region '999'", error.Message, StringComparison.Ordinal);
    }
}
