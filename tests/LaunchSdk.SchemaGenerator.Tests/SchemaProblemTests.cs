using LaunchSdk.SchemaGenerator.Tests.Running;
using Microsoft.CodeAnalysis;

namespace LaunchSdk.SchemaGenerator.Tests;

public class SchemaProblemTests
{
    private const string Grammar = "\"x-launch-grammar\": \"byte-size\"";
    private const string Words = "\"x-launch-grammar\": \"memory-mode\"";
    private const string OneMode =
        Words + ", \"x-launch-words\": \"a mode\", \"x-launch-values\": [\"on\"], \"x-launch-value-descriptions\": [\"On.\"]";

    [Theory]
    [InlineData("{ \"title\": ", "LSDKGEN001")]
    [InlineData("", "LSDKGEN001")]
    [InlineData("[]", "LSDKGEN001")]
    [InlineData("{ \"title\": \"a\", \"title\": \"b\" }", "LSDKGEN001")]
    [InlineData("{ \"properties\": 5 }", "LSDKGEN002")]
    [InlineData("{ \"x-launch-class\": \"A\", \"properties\": { \"a\": { \"$ref\": \"#/definitions/none\" } } }", "LSDKGEN002")]
    public void A_text_that_is_no_schema_is_a_diagnostic(string text, string id)
    {
        var run = GeneratorRun.Of("model", Schemas.Document(text));

        Assert.Null(run.Result.Exception);
        Assert.Equal(id, Assert.Single(run.Diagnostics).Id);
    }

    [Theory]
    [InlineData(Grammar, "\"x-launch-grammar\": \"bytesize\"", "'bytesize' is not a grammar", "memory")]
    [InlineData("\"x-launch-grammar\": \"byte-size\",", "", "'x-launch-grammar' is missing", "memory")]
    [InlineData("\"x-launch-arity\": \"flag\"", "\"x-launch-arity\": \"boolean\"", "'boolean' is not an arity", "rm")]
    [InlineData(Grammar, $"{Grammar}, \"x-launch-refused\": [{{ \"when\": \"odd\" }}]", "'odd' is not a condition", "memory")]
    [InlineData(
        Grammar,
        $"{Grammar}, \"x-launch-refused\": [{{ \"when\": \"root\", \"of\": \"side\" }}]",
        "'side' is not a part of",
        "memory"
    )]
    [InlineData(
        Grammar,
        $"{Grammar}, \"x-launch-refused\": [{{ \"when\": \"root\", \"if\": \"x\" }}]",
        "'if' is not a key of a rule",
        "memory"
    )]
    [InlineData(Grammar, $"{Grammar}, \"x-launch-refused\": [{{ \"when\": \"root\", \"seen\": [] }}]", "needs 'seen'", "memory")]
    [InlineData(Grammar, $"{Grammar}, \"x-launch-refused\": [3]", "is a list of rules", "memory")]
    [InlineData(
        Grammar,
        $"{Grammar}, \"x-launch-excludes\": [{{ \"option\": \"rm\", \"when\": \"odd\" }}]",
        "'odd' is not a condition",
        "memory"
    )]
    [InlineData(
        Grammar,
        $"{Grammar}, \"x-launch-excludes\": [{{ \"option\": \"rm\", \"own\": \"among\" }}]",
        "'among' is not a condition",
        "memory"
    )]
    [InlineData(
        Grammar,
        $"{Grammar}, \"x-launch-excludes\": [{{ \"option\": \"rm\", \"rule\": \"LSDK0001\" }}]",
        "'LSDK0001' is not a rule",
        "memory"
    )]
    [InlineData(Grammar, $"{Grammar}, \"x-launch-excludes\": [{{ \"option\": \"rm\", \"when\": \"among\" }}]", "needs 'words'", "memory")]
    [InlineData(Grammar, $"{Grammar}, \"x-launch-excludes\": [{{ \"option\": \"rm\" }}]", "needs 'example', a queue", "memory")]
    [InlineData(Grammar, $"{Grammar}, \"x-launch-words\": \"a size\"", "'byte-size' is a grammar with a type of its own", "memory")]
    [InlineData(Grammar, $"{Words}, \"x-launch-words\": \"a mode\"", "'x-launch-words' needs 'x-launch-values'", "memory")]
    [InlineData("\"examples\": [\"train-1\"],", "", "'examples' is missing", "hostname")]
    [InlineData("\"description\": \"Names the container.\",", "", "'description' is missing", "hostname")]
    [InlineData("[\"Cameras and GPUs.\"]", "[]", "'x-launch-value-descriptions' has 0 texts for 1 values", "group-add")]
    [InlineData(
        "\"x-launch-alias-of\": \"network\"",
        "\"x-launch-alias-of\": \"networks\"",
        "'networks' has aliases and is no option",
        "options"
    )]
    [InlineData("\"x-launch-short\": \"m\"", "\"x-launch-short\": \"rm\"", "'rm' names two options", "options")]
    public void A_mistake_names_the_place_and_the_way_out(string from, string to, string message, string at)
    {
        Assert.Contains(from, Schemas.SmallQueue, StringComparison.Ordinal);
        var text = Schemas.SmallQueue.Replace(from, to, StringComparison.Ordinal);

        var diagnostic = Assert.Single(GeneratorRun.Of("model", Schemas.Queue(text)).Diagnostics);

        var place = diagnostic.Location.GetLineSpan();
        Assert.Contains(message, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("/schemas/docker-queue.schema.json", place.Path);
        Assert.Contains($"\"{at}\"", text.Split('\n')[place.StartLinePosition.Line], StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
    }

    [Fact]
    public void Options_of_one_list_of_words_have_the_same_words()
    {
        var text = Schemas
            .SmallQueue.Replace(Grammar, OneMode, StringComparison.Ordinal)
            .Replace(
                "\"x-launch-grammar\": \"text\", \"x-launch-syntax\": \"text\"",
                OneMode.Replace("[\"on\"]", "[\"off\"]", StringComparison.Ordinal) + ", \"x-launch-syntax\": \"text\"",
                StringComparison.Ordinal
            );

        var diagnostic = Assert.Single(GeneratorRun.Of("model", Schemas.Queue(text)).Diagnostics);

        Assert.Contains("memory, hostname have one grammar and other words", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_mistake_leaves_the_other_options_in_the_table()
    {
        var run = GeneratorRun.Of("tables", Schemas.Queue(Schemas.SmallQueue.Replace("byte-size", "none", StringComparison.Ordinal)));

        Assert.DoesNotContain("DockerOption Memory", run.Files["DockerOptions.g.cs"], StringComparison.Ordinal);
        Assert.Contains("DockerOption Hostname", run.Files["DockerOptions.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_schemas_of_the_repository_have_no_mistake() => Assert.Empty(GeneratorRun.Of("model", Schemas.Real()).Diagnostics);
}
