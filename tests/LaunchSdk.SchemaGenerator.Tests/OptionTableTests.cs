using System.Reflection;
using System.Text.Json;
using LaunchSdk.SchemaGenerator.Tests.Running;

namespace LaunchSdk.SchemaGenerator.Tests;

public class OptionTableTests
{
    private static readonly Type Table = TargetCompilation
        .Load(GeneratorRun.Of("tables", Schemas.Real()))
        .GetType("LaunchSdk.Options.DockerOptions")!;

    [Fact]
    public void Options_keep_the_order_of_the_schema() =>
        Assert.Equal(NamesInSchema(row => !row.TryGetProperty("x-launch-alias-of", out _)), All());

    [Fact]
    public void Every_name_finds_its_option()
    {
        Assert.All(All(), name => Assert.Equal(name, Find(name)));
        Assert.Equal("memory", Find("m"));
        Assert.Equal("publish", Find("p"));
        Assert.Equal("publish-all", Find("P"));
        Assert.Equal("network", Find("net"));
        Assert.Equal("dns-option", Find("dns-opt"));
    }

    [Fact]
    public void Every_alias_finds_an_option() =>
        Assert.All(NamesInSchema(row => row.TryGetProperty("x-launch-alias-of", out _)), alias => Assert.NotNull(Find(alias)));

    [Theory]
    [InlineData("")]
    [InlineData("Memory")]
    [InlineData("memori")]
    [InlineData("memory ")]
    [InlineData("--memory")]
    [InlineData("builder")]
    [InlineData("z")]
    public void Another_name_finds_nothing(string name) => Assert.Null(Find(name));

    [Fact]
    public void A_name_is_found_inside_a_longer_text()
    {
        object?[] arguments = ["{ \"memory\": 1 }", 3, 6, null];

        Assert.Equal(
            true,
            Table.GetMethods(BindingFlags.Static | BindingFlags.NonPublic).Single(method => method.Name == "TryGet").Invoke(null, arguments)
        );
        Assert.Equal("memory", NameOf(arguments[3]!));
    }

    private static string[] All() => [.. ((IEnumerable<object>)Table.GetProperty("All")!.GetValue(null)!).Select(NameOf)];

    private static string? Find(string name)
    {
        object?[] arguments = [name, null];
        return (bool)Table.GetMethod("TryGet")!.Invoke(null, arguments)! ? NameOf(arguments[1]!) : null;
    }

    private static string NameOf(object option) => (string)option.GetType().GetProperty("Name")!.GetValue(option)!;

    private static string[] NamesInSchema(Func<JsonElement, bool> select)
    {
        using var schema = JsonDocument.Parse(RepositoryFiles.Read("schemas/docker-queue.schema.json"));
        return
        [
            .. schema
                .RootElement.GetProperty("definitions")
                .GetProperty("options")
                .GetProperty("properties")
                .EnumerateObject()
                .Where(property => property.Name != "builder" && select(property.Value))
                .Select(property => property.Name),
        ];
    }
}
