using System.Globalization;
using System.Xml;
using Federation.Society.People;
using Federation.Society.Runs;

namespace Federation.Cli.Exports;

/// <summary>Circles and their double links as a graph that Gephi, yEd and NetworkX read.</summary>
/// <remarks>GraphML, graphml.graphdrawing.org. An edge runs from a circle to the one above; its data are how
/// many delegates it has there and whether it has a leader from there.</remarks>
internal static class GraphMl
{
    private const string Space = "http://graphml.graphdrawing.org/xmlns";

    public static void Write(TextWriter text, World world, IEnumerable<RecordedCircle> circles)
    {
        using var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" });
        xml.WriteStartDocument();
        xml.WriteStartElement("graphml", Space);
        foreach (var (id, on, type) in new[]
        {
            ("name", "node", "string"), ("level", "node", "string"), ("depth", "node", "int"),
                ("people", "node", "int"),
            ("entries", "node", "long"), ("delegates", "edge", "int"), ("leader", "edge", "boolean"),
        }) Key(xml, id, on, type);
        xml.WriteStartElement("graph", Space);
        xml.WriteAttributeString("id", world.Scenario.Name);
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (var recorded in circles) Circle(xml, world, recorded);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void Circle(XmlWriter xml, World world, RecordedCircle recorded)
    {
        var (circle, planned) = (recorded.Circle, world.Plan.Find(recorded.Circle.Id));
        xml.WriteStartElement("node", Space);
        xml.WriteAttributeString("id", circle.Id.Path);
        Data(xml, "name", planned.Name);
        Data(xml, "level", planned.Level);
        Data(xml, "depth", $"{planned.Depth}");
        Data(xml, "people", $"{planned.People}");
        Data(xml, "entries", circle.Logbook.Entries.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        for (var child = 0; child < circle.Links.Length; child++)
        {
            xml.WriteStartElement("edge", Space);
            xml.WriteAttributeString("source", planned.Children[child].Path);
            xml.WriteAttributeString("target", circle.Id.Path);
            Data(xml, "delegates", $"{circle.Links[child].Delegates.Length}");
            Data(xml, "leader", circle.Links[child].Leader is null ? "false" : "true");
            xml.WriteEndElement();
        }
    }

    private static void Key(XmlWriter xml, string id, string on, string type)
    {
        xml.WriteStartElement("key", Space);
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("for", on);
        xml.WriteAttributeString("attr.name", id);
        xml.WriteAttributeString("attr.type", type);
        xml.WriteEndElement();
    }

    private static void Data(XmlWriter xml, string key, string value)
    {
        xml.WriteStartElement("data", Space);
        xml.WriteAttributeString("key", key);
        xml.WriteString(value);
        xml.WriteEndElement();
    }
}
