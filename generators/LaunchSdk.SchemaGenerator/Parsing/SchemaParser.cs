using LaunchSdk.SchemaGenerator.Models;
using NJsonSchema;

namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>A schema to its model: finds the option rows and the mappings, and collects what is wrong.</summary>
internal sealed class SchemaParser(string path, JsonPlaces places)
{
    private readonly List<SchemaProblem> _problems = [];

    public SchemaModel Parse(JsonSchema schema)
    {
        var root = new Cursor(schema, string.Empty);
        var objects = new ObjectParser(Report);
        var options = new List<OptionModel>();
        Visit(root, schema.Title ?? path, isRoot: true, objects, options);
        foreach (var definition in schema.Definitions)
        {
            Visit(
                root.At(definition.Value, "definitions", definition.Key),
                definition.Value.Title ?? definition.Key,
                isRoot: false,
                objects,
                options
            );
        }

        return new SchemaModel(
            path,
            options.ToEquatableArray(),
            objects.Objects.ToEquatableArray(),
            objects.Enums.ToEquatableArray(),
            _problems.ToEquatableArray()
        );
    }

    private void Visit(Cursor place, string title, bool isRoot, ObjectParser objects, List<OptionModel> options)
    {
        if (OptionParser.IsOptionSet(place))
        {
            options.AddRange(new OptionParser(Report).Parse(place));
        }
        else if (place.Find(Keys.Class) is not null && place.Schema.Properties.Count > 0)
        {
            objects.Add(place, place.RequiredText(Keys.Class), title, isRoot);
        }
    }

    private void Report(SchemaException error) => _problems.Add(places.Problem(error.Pointer, error.Message));
}
