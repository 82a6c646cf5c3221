using LaunchSdk.SchemaGenerator.Tests.Running;

namespace LaunchSdk.SchemaGenerator.Tests;

public class IncrementalityTests
{
    public static TheoryData<string, string, string, string[]> Changes =>
        new()
        {
            { "white space", "  \"title\": \"Queue\"", "    \"title\": \"Queue\"", [StepNames.ReadSchemas] },
            { "title of the file", "\"title\": \"Queue\"", "\"title\": \"Other\"", [StepNames.ReadSchemas] },
            {
                "an option's text",
                "Names the container.",
                "Calls the container.",
                [StepNames.ReadSchemas, StepNames.ParseSchemas, StepNames.SelectOptions]
            },
            {
                "an option's grammar",
                "\"x-launch-grammar\": \"byte-size\"",
                "\"x-launch-grammar\": \"memory-swap\"",
                [StepNames.ReadSchemas, StepNames.ParseSchemas, StepNames.SelectOptions, StepNames.SelectValueTypes]
            },
            { "a key's text", "The image.", "The base image.", [StepNames.ReadSchemas, StepNames.ParseSchemas, StepNames.SelectObjects] },
            {
                "a mistake",
                "\"x-launch-grammar\": \"image-reference\"",
                "\"x-launch-grammar\": \"picture\"",
                [StepNames.ReadSchemas, StepNames.ParseSchemas, StepNames.SelectProblems, StepNames.SelectObjects]
            },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_reruns_only_the_steps_that_it_reaches(string change, string from, string to, string[] expected)
    {
        Assert.Contains(from, Schemas.SmallQueue, StringComparison.Ordinal);
        var before = Schemas.Queue();
        var run = GeneratorRun.Of("model", before, Schemas.Document());

        var next = run.After(before, Schemas.Queue(Schemas.SmallQueue.Replace(from, to, StringComparison.Ordinal)));

        Assert.True(
            expected.SequenceEqual(StepAssert.Changed(next.Result)),
            $"{change}: {string.Join(", ", StepAssert.Changed(next.Result))}"
        );
    }

    [Fact]
    public void An_edit_of_code_reruns_nothing()
    {
        var next = GeneratorRun.Of("model", Schemas.Queue(), Schemas.Document()).AfterEdit();

        Assert.Empty(StepAssert.Changed(next.Result));
        Assert.NotEmpty(next.Files);
    }

    [Fact]
    public void A_file_of_another_kind_reruns_nothing()
    {
        var next = GeneratorRun.Of("model", Schemas.Queue()).AfterAdding(new SchemaText("/queues/gpu.yaml", "gpus: all", kind: "queue"));

        Assert.Empty(StepAssert.Changed(next.Result));
    }

    [Fact]
    public void Another_emit_mode_parses_no_schema_again()
    {
        var next = GeneratorRun.Of("tables", Schemas.Queue()).AfterEmit("model");

        Assert.Equal([StepNames.ReadEmitMode], StepAssert.Changed(next.Result));
        Assert.Contains("DockerQueueConfig.g.cs", next.Files.Keys);
    }
}
