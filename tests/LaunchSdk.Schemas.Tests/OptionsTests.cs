using System.Text.Json;
using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Testing;
using LaunchSdk.Values;

namespace LaunchSdk.Schemas.Tests;

/// <summary>The docker-queue schema knows the options of docker 29.8: all of them, and nothing else.</summary>
public sealed class OptionsTests
{
    private static readonly JsonElement[] Known =
    [
        .. JsonDocument
            .Parse(File.ReadAllText(Repository.Combine("tests", "Fixtures", "options.json")))
            .RootElement.GetProperty("options")
            .EnumerateArray(),
    ];

    // Docker's command has no mark on these flags, and refuses them once it knows the engine.
    private static readonly Dictionary<string, string> CheckedLater = new(StringComparer.Ordinal) { ["use-api-socket"] = "linux" };

    private static readonly IReadOnlyDictionary<string, JsonElement> Schema = SchemaFiles.Options();

    [Fact]
    public void Every_name_of_docker_is_in_the_schema_and_no_other()
    {
        var names = Known.SelectMany(option => new[] { option.Find("name")!, option.GetProperty("short").GetString() }).OfType<string>();

        Assert.Equal(names.Order(StringComparer.Ordinal), Schema.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_option_is_described_as_docker_has_it(string name)
    {
        var known = Known.Single(option => option.Find("name") == name);
        var alias = known.GetProperty("aliasOf").GetString();

        Assert.Equal(alias ?? "", Schema[name].Find("x-launch-alias-of") ?? "");
        if (alias is not null)
        {
            return;
        }

        var schema = Schema[name];
        Assert.Equal(known.GetProperty("short").GetString(), schema.Find("x-launch-short"));
        Assert.Equal(known.GetProperty("minApiVersion").GetString(), schema.Find("x-launch-min-api"));
        Assert.Equal(CheckedLater.GetValueOrDefault(name) ?? known.GetProperty("osType").GetString(), schema.Find("x-launch-engine-os"));
        Assert.Equal(known.GetProperty("repeatable").GetBoolean(), schema.Find("x-launch-arity") == "repeatable");
        Assert.Equal(known.Find("type") == "bool", schema.Find("x-launch-arity") == "flag");
    }

    [Theory]
    [MemberData(nameof(OwnNames))]
    public void An_option_goes_where_docker_sends_it_or_says_why_it_is_not_sent(string name)
    {
        var known = Known.Single(option => option.Find("name") == name).GetProperty("target").GetString();

        Assert.Equal(known ?? "", Schema[name].Find("x-launch-target") ?? "");
    }

    [Fact]
    public void A_short_name_is_an_alias_of_its_option() =>
        Assert.All(
            Known.Where(option => option.GetProperty("short").GetString() is not null),
            option => Assert.Equal(option.Find("name"), Schema[option.Find("short")!].Find("x-launch-alias-of"))
        );

    [Fact]
    public void The_option_table_has_every_name()
    {
        Assert.All(Schema.Keys, name => Assert.True(DockerOptions.TryGet(name, out _), name));
        Assert.Equal(Known.Count(option => option.GetProperty("aliasOf").GetString() is null), DockerOptions.All.Count);
    }

    [Theory]
    [MemberData(nameof(OwnNames))]
    public void Every_example_is_a_value_of_its_option(string name)
    {
        Assert.True(DockerOptions.TryGet(name, out var option));
        var examples = Schema[name].GetProperty("examples").EnumerateArray().ToList();

        Assert.NotEmpty(examples);
        if (option.Arity == OptionArity.Flag)
        {
            Assert.All(examples, example => Assert.True(example.ValueKind is JsonValueKind.True or JsonValueKind.False));
            return;
        }

        var texts = examples
            .SelectMany(example => example.ValueKind == JsonValueKind.Array ? example.EnumerateArray() : Enumerable.Repeat(example, 1))
            .Select(example => example.ToString());
        Assert.All(texts, text => Assert.True(TemplateText.IsTemplate(text) || GrammarCheck.Check(option.Grammar, text) is null, text));
    }

    [Theory]
    [MemberData(nameof(OwnNames))]
    public void Every_offered_value_is_a_value_of_its_option(string name)
    {
        Assert.True(DockerOptions.TryGet(name, out var option));

        Assert.All(option.Values, value => Assert.Null(GrammarCheck.Check(option.Grammar, value.Value)));
        Assert.All(option.Conflicts, conflict => Assert.True(DockerOptions.TryGet(conflict.Option, out _), conflict.Option));
    }

    [Theory]
    [MemberData(nameof(OwnNames))]
    public void Every_example_is_a_queue_without_errors(string name)
    {
        Assert.All(
            Schema[name].GetProperty("examples").EnumerateArray(),
            example =>
                Assert.DoesNotContain(
                    DockerQueue.Parse($"{{\"{name}\": {example.GetRawText()}}}", "queue.json").Problems,
                    problem => problem.Severity == ProblemSeverity.Error && problem.Rule != Conflict.Rule
                )
        );
    }

    public static TheoryData<string> Names() => [.. Known.Select(option => option.Find("name")!)];

    public static TheoryData<string> OwnNames() =>
        [.. Known.Where(option => option.GetProperty("aliasOf").GetString() is null).Select(option => option.Find("name")!)];
}
