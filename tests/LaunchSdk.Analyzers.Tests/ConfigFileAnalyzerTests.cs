using LaunchSdk.Analyzers.Tests.Running;
using LaunchSdk.Testing;
using Microsoft.CodeAnalysis;

namespace LaunchSdk.Analyzers.Tests;

public class ConfigFileAnalyzerTests
{
    public static TheoryData<ConfigFixture> Fixtures => ConfigFixture.All();

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task A_fixture_has_the_problems_that_it_says(ConfigFixture fixture)
    {
        var file = new ProjectFile(
            fixture.FullPath,
            await File.ReadAllTextAsync(fixture.FullPath, TestContext.Current.CancellationToken),
            fixture.Kind
        );

        var found = await TestProject.AnalyzeAsync(file);

        Assert.Equal(
            fixture.Expected,
            found
                .Where(diagnostic =>
                    (fixture.HasInformation || diagnostic.Severity != DiagnosticSeverity.Info)
                    && !diagnostic.Id.StartsWith("LSDK03", StringComparison.Ordinal)
                )
                .Select(TestProject.Place)
        );
    }

    [Theory]
    [MemberData(nameof(ProjectFixture.All), MemberType = typeof(ProjectFixture))]
    public async Task The_files_of_a_project_have_the_problems_that_they_say(ProjectFixture fixture)
    {
        var files = fixture.Files.Select(file => new ProjectFile(file.FullPath, File.ReadAllText(file.FullPath), file.Kind));

        var found = await TestProject.AnalyzeAsync([.. files]);

        Assert.Equal(
            fixture.Expected,
            found
                .Select(diagnostic => $"{fixture.PathOf(diagnostic.Location.GetLineSpan().Path)}: {TestProject.Place(diagnostic)}")
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_broken_value_is_reported_at_its_text()
    {
        var found = await TestProject.AnalyzeAsync(new ProjectFile("/project/queues/gpu.yaml", "env: [A=1]\nmemory: 512mb2\n"));

        var diagnostic = Assert.Single(found);
        Assert.Equal("LSDK0005", diagnostic.Id);
        Assert.Equal("/project/queues/gpu.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal("(1,8)-(1,14)", diagnostic.Location.GetLineSpan().Span.ToString());
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
    }

    [Theory]
    [InlineData("memory: \"1x\\e[31m\\n/project/queues/gpu.yaml(9,9): error LSDK9999: fake\\u202e\"\n")]
    [InlineData("\"a\\nb\\e\": 1\n")]
    [InlineData("env: [\"=hunter2\\nhunter2\"]\n")]
    [InlineData("log-opt: {splunk-token: hunter2}\n")]
    public async Task A_message_is_one_line_without_secrets(string text)
    {
        var diagnostic = Assert.Single(await TestProject.AnalyzeAsync(new ProjectFile("/project/queues/gpu.yaml", text)));

        Assert.DoesNotContain(diagnostic.GetMessage(), char.IsControl);
        Assert.DoesNotContain('\u202e', diagnostic.GetMessage());
        Assert.DoesNotContain(
            "hunter2",
            diagnostic.GetMessage() + diagnostic.Properties.GetValueOrDefault("EditTitle"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_json_file_is_checked_as_json()
    {
        var found = await TestProject.AnalyzeAsync(new ProjectFile("/project/queues/gpu.json", "{\n  \"mem_limit\": \"1g\"\n}\n"));

        Assert.Equal(["LSDK0003 @ 2:3"], found.Select(TestProject.Place));
        Assert.Equal("memory", found[0].Properties["EditText"]!.Trim('"'));
    }

    [Fact]
    public async Task A_file_without_a_kind_is_not_read() =>
        Assert.Empty(await TestProject.AnalyzeAsync(new ProjectFile("/project/queues/gpu.yaml", "memroy: 1g", kind: null)));

    [Fact]
    public async Task An_environment_variable_that_the_project_allows_is_a_macro()
    {
        var found = await TestProject.AnalyzeAsync(
            new ProjectFile("/project/queues/gpu.yaml", "workdir: ${SCRATCH}\nenv: ['A=${USER}']\n")
        );

        Assert.Equal(["LSDK0011 @ 2:7"], found.Select(TestProject.Place));
    }

    [Fact]
    public async Task A_cancelled_analysis_stops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        Assert.Throws<OperationCanceledException>(() =>
            Files.DocumentCache.Read(new ProjectFile("/project/q.yaml", "gpus: all"), cancelled.Token)
        );
    }

    [Fact]
    public void A_text_is_parsed_once()
    {
        var file = new ProjectFile("/project/q.yaml", "gpus: all");

        Assert.Same(
            Files.DocumentCache.Read(file, TestContext.Current.CancellationToken),
            Files.DocumentCache.Read(file, TestContext.Current.CancellationToken)
        );
    }

    [Theory]
    [InlineData("registry:\n  uri: europe-west4-docker.pkg.dev/p/l/j\nbuilder: {")]
    [InlineData("registry:\n  uri: europe-west4-docker.pkg.dev/p/l/j\nbuilder: {type: docker")]
    [InlineData("builder: {\nregistry: {uri: europe-west4-docker.pkg.dev/p/l/j")]
    public async Task A_bracket_still_open_is_told_and_nothing_fails(string text)
    {
        var diagnostics = await TestProject.AnalyzeAsync(new ProjectFile("/project/launch-config.yaml", text, "agent"));

        Assert.Contains("LSDK0001", diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.DoesNotContain("AD0001", diagnostics.Select(diagnostic => diagnostic.Id));
    }
}
