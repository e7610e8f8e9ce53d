using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Federation.Cli.Studies;

/// <summary>Numbers that are read back bit for bit.</summary>
/// <remarks>The runtime's shortest form of 2^-25, as of other powers of two, is read as the number below it.</remarks>
internal sealed class ExactNumbers : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        writer.WriteRawValue(double.Parse(shortest, CultureInfo.InvariantCulture).Equals(value)
            ? shortest : value.ToString("G17", CultureInfo.InvariantCulture));
    }
}
