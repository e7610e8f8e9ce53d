using System.Collections.Immutable;
using System.Text;
using Federation.Governance.Circles;
using Federation.Governance.Spaces;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>Domains in a scenario file: what was given at the founding, and changes of it.</summary>
internal static class DomainLines
{
    public static void Write(StringBuilder text, IssueSpace space, Allotment allotment)
    {
        ScenarioFile.Line(text, 1, allotment.Circle.Length > 0
            ? $"- circle: {allotment.Circle}" : $"- level: {ScenarioFile.Word(allotment.Level)}");
        Write(text, 2, space, allotment.Dimensions, allotment.Bounds, allotment.Latitude);
        if (allotment.Affects.Length > 0) ScenarioFile.Line(text, 2, $"affects: {allotment.Affects}");
    }

    public static void Write(StringBuilder text, IssueSpace space, DomainChange change)
    {
        ScenarioFile.Line(text, 2, "domain:");
        ScenarioFile.Line(text, 3, $"operation: {change.Operation.ToString().ToLowerInvariant()}");
        ScenarioFile.Line(text, 3, $"circle: {change.Circle.Path}");
        Write(text, 3, space, change.Dimensions, change.Bounds, change.Latitude);
    }

    private static void Write(
        StringBuilder text, int depth, IssueSpace space, ImmutableArray<int> dimensions, Bounds bounds,
        double latitude)
    {
        if (!dimensions.IsEmpty)
        {
            var names = dimensions.Select(index => ScenarioFile.Word(space.Dimensions[index].Name));
            ScenarioFile.Line(text, depth, $"dimensions: [{string.Join(", ", names)}]");
        }

        var (least, most) = (new List<string>(), new List<string>());
        for (var i = 0; i < space.Count; i++)
        {
            // In a dimension written from its high end downwards the least has the higher coordinate.
            var dimension = space.Dimensions[i];
            var (lower, upper) = dimension.High < dimension.Low ? (most, least) : (least, most);
            if (bounds.Low[i] > 0) lower.Add(ScenarioFile.Units(dimension, bounds.Low[i], isKept: true));
            if (bounds.High[i] < 1) upper.Add(ScenarioFile.Units(dimension, bounds.High[i], isKept: true));
        }

        if (least.Count > 0) ScenarioFile.Line(text, depth, $"low: {{ {string.Join(", ", least)} }}");
        if (most.Count > 0) ScenarioFile.Line(text, depth, $"high: {{ {string.Join(", ", most)} }}");
        if (latitude >= 0) ScenarioFile.Line(text, depth, $"latitude: {ScenarioFile.Number(latitude)}");
    }
}
