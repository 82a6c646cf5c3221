using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>A schema inside a file, and where it is: reads the <c>x-launch-*</c> facts of one place.</summary>
internal sealed class Cursor(JsonSchema schema, string pointer)
{
    public JsonSchema Schema { get; } = schema;

    public string Pointer { get; } = pointer;

    /// <summary>The schema that a <c>$ref</c>, bare or alone in an <c>allOf</c>, leads to; else this one.</summary>
    public Cursor Target =>
        Schema switch
        {
            { HasReference: true } => new Cursor(Schema.ActualSchema, Pointer),
            { AllOf: { Count: 1 } parts } when parts.First().HasReference => new Cursor(parts.First().ActualSchema, Pointer),
            _ => this,
        };

    public Cursor At(JsonSchema schema, params string[] path) => new(schema, Pointer + "/" + string.Join("/", path.Select(Escape)));

    public string? Text(string key) =>
        Find(key) switch
        {
            null => null,
            string text => text,
            bool flag => flag ? "true" : "false",
            IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            _ => throw Error($"'{key}' is text"),
        };

    public string RequiredText(string key) =>
        Text(key) ?? throw Error($"the key '{key}' is missing: schemas/README.md says what belongs there");

    public bool Flag(string key) =>
        Find(key) switch
        {
            null => false,
            bool flag => flag,
            _ => throw Error($"'{key}' is true or false"),
        };

    /// <summary>A text or a list of texts; empty when the key is absent.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        Find(key) switch
        {
            null => [],
            string text => [text],
            object[] items => [.. items.Select(item => item as string ?? throw Error($"'{key}' is a list of texts"))],
            _ => throw Error($"'{key}' is a list of texts"),
        };

    /// <summary>A list of lists of texts; a single list counts as one group.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Groups(string key) =>
        Find(key) switch
        {
            null => [],
            object[] items when items.All(item => item is string) => [Texts(key)],
            object[] items => [.. items.Select(item => Group(key, item))],
            _ => throw Error($"'{key}' is a list of lists of keys"),
        };

    /// <summary>A value as text, number, boolean, <c>object[]</c> or dictionary; null when the key is absent.</summary>
    public object? Find(string key) => Schema.ExtensionData is { } data && data.TryGetValue(key, out var value) ? Plain(value) : null;

    public SchemaException Error(string message) => new(Pointer, message);

    private string[] Group(string key, object item) =>
        item is object[] names && names.All(name => name is string)
            ? [.. names.Cast<string>()]
            : throw Error($"'{key}' is a list of lists of keys");

    // NJsonSchema leaves what is inside a list as Newtonsoft's own tokens.
    private static object? Plain(object? value) =>
        value switch
        {
            JObject mapping => mapping.Properties().ToDictionary(property => property.Name, property => Plain(property.Value)),
            JArray list => list.Select(Plain).ToArray(),
            JValue scalar => scalar.Value,
            object[] items => items.Select(Plain).ToArray(),
            _ => value,
        };

    private static string Escape(string segment) => segment.Replace("~", "~0").Replace("/", "~1");
}
