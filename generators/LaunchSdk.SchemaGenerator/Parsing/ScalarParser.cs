using LaunchSdk.SchemaGenerator.Models;
using NJsonSchema;

namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>Scalars: their types, bounds and closed sets.</summary>
internal sealed class ScalarParser(ObjectParser objects, string owner)
{
    public ScalarNode Parse(Cursor place, string name)
    {
        var schema = place.Schema;
        var types = Types(schema);
        var allowed = schema
            .Enumeration.Select(value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty)
            .ToEquatableArray();
        return new ScalarNode
        {
            Types = types,
            Grammar = place.Text(Keys.Grammar) is { } grammar ? OptionParser.ParseGrammar(place, grammar) : null,
            AllowedValues = allowed,
            EnumName = allowed.Count > 0 && types.HasFlag(ScalarTypes.String) ? AddEnum(place, name, allowed) : null,
            Minimum = Bound(schema.Minimum, types, int.MinValue),
            Maximum = Bound(schema.Maximum, types, int.MaxValue),
            MinLength = schema.MinLength,
            MaxLength = schema.MaxLength,
        };
    }

    private string AddEnum(Cursor place, string name, EquatableArray<string> values)
    {
        var enumName = place.Text(Keys.Enum) ?? name;
        var description = place.Schema.Description ?? place.Schema.Title ?? enumName;
        objects.AddEnum(new EnumModel(enumName, owner, description, ValuesParser.ParseClosed(place, values).ToEquatableArray()));
        return enumName;
    }

    // A whole number without bounds is an int in C#, so the validator has to know the bounds of int.
    private static double? Bound(decimal? bound, ScalarTypes types, int natural) =>
        bound is { } value ? (double)value
        : types.HasFlag(ScalarTypes.Integer) && !types.HasFlag(ScalarTypes.Number) ? natural
        : null;

    private static ScalarTypes Types(JsonSchema schema)
    {
        var types = ScalarTypes.None;
        foreach (
            var (json, type) in new[]
            {
                (JsonObjectType.String, ScalarTypes.String),
                (JsonObjectType.Integer, ScalarTypes.Integer),
                (JsonObjectType.Number, ScalarTypes.Number),
                (JsonObjectType.Boolean, ScalarTypes.Boolean),
                (JsonObjectType.Null, ScalarTypes.Null),
            }
        )
        {
            types |= schema.Type.HasFlag(json) ? type : ScalarTypes.None;
        }

        return types == ScalarTypes.None && schema.Enumeration.Any(value => value is string) ? ScalarTypes.String : types;
    }
}
