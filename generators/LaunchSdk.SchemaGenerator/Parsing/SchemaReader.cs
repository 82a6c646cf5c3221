using LaunchSdk.SchemaGenerator.Models;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>Text of a schema to its model. Nothing of NJsonSchema or Newtonsoft.Json is left in the result.</summary>
internal static class SchemaReader
{
    private const string Reference = "$ref";

    /// <summary>Reads a schema; what is wrong with it becomes problems, never an exception.</summary>
    public static SchemaModel Read(SchemaSource source)
    {
        JToken json;
        try
        {
            json = Parse(source.Text);
        }
        catch (JsonException error)
        {
            var (line, column) = error is JsonReaderException position ? (position.LineNumber, position.LinePosition) : (1, 1);
            return Failed(
                new SchemaProblem(SchemaProblems.NotJson, error.Message, source.Path, Math.Max(line - 1, 0), Math.Max(column - 1, 0))
            );
        }

        var places = new JsonPlaces(source.Path, json);
        try
        {
            var schema = JsonSchema.FromJsonAsync(WithoutForeignReferences(json).ToString(Formatting.None)).GetAwaiter().GetResult();
            return new SchemaParser(source.Path, places).Parse(schema);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NotSupportedException)
        {
            return Failed(places.Problem(string.Empty, error.Message));
        }
    }

    private static JToken Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        var json = JToken.Load(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
        return json is JObject ? json : throw new JsonReaderException("a schema is a mapping", string.Empty, 1, 1, null);
    }

    // NJsonSchema would go and read the other file; a generator reads only what the compiler hands it.
    private static JObject WithoutForeignReferences(JToken json)
    {
        var copy = (JObject)json.DeepClone();
        var foreign = copy.Descendants()
            .OfType<JProperty>()
            .Where(property =>
                property.Name == Reference
                && property.Value.Type == JTokenType.String
                && !property.Value.Value<string>()!.StartsWith("#", StringComparison.Ordinal)
            )
            .ToList();
        foreach (var property in foreign)
        {
            property.Replace(new JProperty(Keys.Reference, property.Value));
        }

        return copy;
    }

    private static SchemaModel Failed(SchemaProblem problem) =>
        new(
            problem.Path,
            EquatableArray<OptionModel>.Empty,
            EquatableArray<ObjectModel>.Empty,
            EquatableArray<EnumModel>.Empty,
            new[] { problem }.ToEquatableArray()
        );
}
