using System.Globalization;
using System.Text.Json;
using LaunchSdk.Problems;
using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests;

/// <summary><c>launch validate</c> gives every fixture exactly the problems that it says.</summary>
public sealed class FixtureTests
{
    [Theory]
    [MemberData(nameof(ConfigFixture.All), MemberType = typeof(ConfigFixture))]
    public async Task A_file_has_exactly_the_problems_that_it_expects(ConfigFixture fixture)
    {
        using var run = new ToolRun();

        var exitCode = await run.RunAsync("validate", fixture.FullPath, "--kind", fixture.Kind, "--format", "json");

        using var problems = JsonDocument.Parse(run.Out);
        Assert.Equal("", run.Error);
        Assert.Equal(
            fixture.Expected.Order(StringComparer.Ordinal),
            problems
                .RootElement.EnumerateArray()
                .Where(problem => fixture.HasInformation || IsWarningOrError(problem))
                .Select(Show)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(HasErrors(fixture) ? 1 : 0, exitCode);
    }

    [Theory]
    [MemberData(nameof(ProjectFixture.All), MemberType = typeof(ProjectFixture))]
    public async Task The_files_of_a_project_have_exactly_the_problems_that_they_expect(ProjectFixture fixture)
    {
        using var run = new ToolRun();

        var exitCode = await run.RunAsync("validate", fixture.FullPath, "--format", "json");

        using var problems = JsonDocument.Parse(run.Out);
        Assert.Equal("", run.Error);
        Assert.Equal(
            fixture.ExpectedWithoutCompiler,
            problems
                .RootElement.EnumerateArray()
                .Select(problem => $"{fixture.PathOf(problem.GetProperty("path").GetString()!)}: {Show(problem)}")
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(fixture.Files.Any(HasErrors) ? 1 : 0, exitCode);
    }

    [Theory]
    [MemberData(nameof(WithoutSyntaxProblems))]
    public async Task The_kind_of_a_file_is_told_by_its_keys_unless_it_is_given(ConfigFixture fixture)
    {
        using var run = new ToolRun();
        var name = fixture.Kind == "agent" ? "launch-config.yaml" : Path.GetFileName(fixture.Name);
        File.Copy(fixture.FullPath, Path.Combine(run.Folder, name));

        var exitCode = await run.RunAsync("validate", name);

        Assert.Equal((HasErrors(fixture) ? 1 : 0, fixture.Expected.Count), (exitCode, run.Out.Split('\n').Length - 1));
    }

    public static TheoryData<ConfigFixture> WithoutSyntaxProblems() =>
        [
            .. ConfigFixture
                .All()
                .Select(row => row.Data)
                .Where(fixture =>
                    fixture.Name.Contains("/valid/", StringComparison.Ordinal) && !fixture.Name.EndsWith(".json", StringComparison.Ordinal)
                ),
        ];

    private static bool HasErrors(ConfigFixture fixture) =>
        fixture.Expected.Any(expected => ProblemRules.All.Single(rule => rule.Id == expected[..8]).Severity == ProblemSeverity.Error);

    private static bool IsWarningOrError(JsonElement problem) =>
        ProblemRules.All.Single(rule => rule.Id == problem.GetProperty("id").GetString()).Severity != ProblemSeverity.Information;

    private static string Show(JsonElement problem) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{problem.GetProperty("id").GetString()} @ {problem.GetProperty("line").GetInt32()}:{problem.GetProperty("column").GetInt32()}"
        );
}
