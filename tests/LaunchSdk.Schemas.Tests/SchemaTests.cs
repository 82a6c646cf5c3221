using System.Text.Json;
using System.Text.RegularExpressions;
using LaunchSdk.Testing;
using NJsonSchema;

namespace LaunchSdk.Schemas.Tests;

/// <summary>The schemas themselves: draft-07, read by another library, each of their words explained.</summary>
public sealed partial class SchemaTests
{
    private static readonly string[] Draft07 =
    [
        "$schema",
        "$id",
        "$ref",
        "title",
        "description",
        "default",
        "examples",
        "type",
        "enum",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "minItems",
        "minimum",
        "maximum",
        "minLength",
        "maxLength",
        "anyOf",
        "allOf",
        "oneOf",
        "not",
        "if",
        "then",
        "else",
        "definitions",
    ];

    // Words of editors (VS Code, the YAML language server); a reader of draft-07 passes over them.
    private static readonly string[] OfEditors = ["enumDescriptions", "deprecated", "deprecationMessage"];

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task A_schema_is_read_by_another_library(string name)
    {
        var schema = await JsonSchema.FromJsonAsync(SchemaFiles.Text(name), TestContext.Current.CancellationToken);

        Assert.Equal("http://json-schema.org/draft-07/schema#", schema.SchemaVersion);
        Assert.EndsWith($"/schemas/{name}.schema.json", SchemaFiles.Read(name).Find("$id")!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Every_word_is_draft_07_or_of_the_vocabulary(string name)
    {
        var vocabulary = Vocabulary()
            .Matches(File.ReadAllText(Repository.Combine("schemas", "README.md")))
            .Select(match => match.Groups[1].Value);

        Assert.Empty(Keywords(SchemaFiles.Read(name)).Distinct().Except(Draft07).Except(OfEditors).Except(vocabulary));
    }

    [Fact]
    public void Every_word_of_the_vocabulary_is_used()
    {
        var used = SchemaFiles.Names.SelectMany(name => Keywords(SchemaFiles.Read(name))).ToHashSet(StringComparer.Ordinal);
        var vocabulary = Vocabulary()
            .Matches(File.ReadAllText(Repository.Combine("schemas", "README.md")))
            .Select(match => match.Groups[1].Value);

        Assert.Empty(vocabulary.Except(used));
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Every_property_is_described_in_sentences(string name)
    {
        var properties = SchemaFiles
            .Read(name)
            .Objects()
            .Where(schema => schema.TryGetProperty("properties", out var members) && members.ValueKind == JsonValueKind.Object)
            .SelectMany(schema => schema.GetProperty("properties").EnumerateObject())
            .Where(property =>
                property.Value.ValueKind == JsonValueKind.Object && !property.Value.TryGetProperty("x-launch-alias-of", out _)
            );

        Assert.All(
            properties,
            property => Assert.EndsWith(".", property.Value.Find("description") ?? $"{property.Name} has none", StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Every_reference_leads_to_a_definition(string name)
    {
        var schema = SchemaFiles.Read(name);

        Assert.All(
            schema.Objects().Select(part => part.Find("$ref")).OfType<string>(),
            reference => Assert.True(Resolves(schema, reference), reference)
        );
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Every_type_is_one_of_json(string name) =>
        Assert.All(
            SchemaKeywords(SchemaFiles.Read(name))
                .Where(member => member.Name == "type")
                .SelectMany(member =>
                    member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray() : Enumerable.Repeat(member.Value, 1)
                ),
            type => Assert.Contains(type.GetString(), new[] { "string", "number", "integer", "boolean", "object", "array", "null" })
        );

    public static TheoryData<string> Schemas() => [.. SchemaFiles.Names];

    private static IEnumerable<string> Keywords(JsonElement schema) => SchemaKeywords(schema).Select(member => member.Name);

    // Names of properties and definitions, examples and defaults are data, not words of the schema.
    private static IEnumerable<JsonProperty> SchemaKeywords(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var member in schema.EnumerateObject())
        {
            yield return member;
            IEnumerable<JsonElement> inner = member.Name switch
            {
                "properties" or "definitions" => member.Value.EnumerateObject().Select(property => property.Value),
                "allOf" or "anyOf" or "oneOf" => member.Value.EnumerateArray(),
                "items" or "additionalProperties" or "not" or "if" or "then" or "else" => [member.Value],
                _ => [],
            };
            foreach (var below in inner.SelectMany(SchemaKeywords))
            {
                yield return below;
            }
        }
    }

    private static bool Resolves(JsonElement root, string reference)
    {
        var here = root;
        return reference.StartsWith("#/", StringComparison.Ordinal)
            && reference[2..].Split('/').All(step => here.ValueKind == JsonValueKind.Object && here.TryGetProperty(step, out here));
    }

    [GeneratedRegex(@"^\| `(x-launch-[a-z-]+)`", RegexOptions.Multiline)]
    private static partial Regex Vocabulary();
}
