using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Testing;
using LaunchSdk.Validation;

namespace LaunchSdk.Tests.Configuration;

/// <summary>Every fixture gives exactly the problems that it says, at the places that it says.</summary>
public sealed class FixtureTests
{
    // Rules that need more than files: an engine, what options name, an image, code.
    private static readonly ProblemRule[] BeyondFiles =
    [
        NotSupportedByEngine.Rule,
        FileNotUsable.Rule,
        InvalidImage.Rule,
        IgnoredResult.Rule,
    ];

    [Theory]
    [MemberData(nameof(ConfigFixture.All), MemberType = typeof(ConfigFixture))]
    public void A_file_has_exactly_the_problems_that_it_expects(ConfigFixture fixture)
    {
        var problems = ConfigText.Problems(fixture);

        Assert.Equal(fixture.Expected.Order(StringComparer.Ordinal), problems.Select(ConfigText.Show).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ProjectFixture.All), MemberType = typeof(ProjectFixture))]
    public void The_files_of_a_project_have_exactly_the_problems_that_they_expect(ProjectFixture fixture)
    {
        var documents = fixture.Files.ToLookup(
            file => file.Kind,
            file => ConfigDocument.ReadBytes(File.ReadAllBytes(file.FullPath), file.FullPath)
        );

        var problems = fixture
            .Files.SelectMany(file =>
                ConfigText.Problems(file).Select(problem => $"{fixture.PathOf(file.FullPath)}: {ConfigText.Show(problem)}")
            )
            .Concat(
                ProjectRules
                    .Find([.. documents["queue"]], [.. documents["agent"]])
                    .Select(problem => $"{fixture.PathOf(problem.File!.Path)}: {ConfigText.Show(problem)}")
            );

        Assert.Equal(fixture.ExpectedWithoutCompiler, problems.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ConfigFixture.All), MemberType = typeof(ConfigFixture))]
    public void Problems_stand_in_the_order_of_the_text_and_say_what_is_wrong(ConfigFixture fixture)
    {
        var problems = ConfigText.Problems(fixture);

        Assert.Equal(problems.Select(problem => problem.File!.Range.Start).Order(), problems.Select(problem => problem.File!.Range.Start));
        Assert.All(problems, problem => Assert.False(string.IsNullOrWhiteSpace(problem.Message)));
        Assert.All(problems, problem => Assert.DoesNotContain('\n', problem.Message));
    }

    [Theory]
    [MemberData(nameof(ConfigFixture.All), MemberType = typeof(ConfigFixture))]
    public void A_file_in_a_valid_folder_has_no_errors_and_one_in_an_invalid_folder_has_some(ConfigFixture fixture)
    {
        var hasErrors = ConfigText.Problems(fixture).Any(problem => problem.Severity == ProblemSeverity.Error);

        Assert.Equal(fixture.Name.Contains("/invalid/", StringComparison.Ordinal), hasErrors);
    }

    [Fact]
    public void Ten_mistakes_are_reported_at_ten_places()
    {
        var problems = ConfigText.Problems(new ConfigFixture("queue/invalid/ten-mistakes.yaml"));

        Assert.Equal(10, problems.Count);
        Assert.Equal(10, problems.Select(problem => problem.File!.Start).Distinct().Count());
    }

    [Fact]
    public void Every_rule_that_files_can_break_is_broken_by_a_fixture()
    {
        var expected = ConfigFixture
            .All()
            .Select(row => row.Data)
            .Concat(ProjectFixture.All().SelectMany(row => row.Data.Files))
            .SelectMany(fixture => fixture.Expected)
            .Select(text => text[..8])
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(ProblemRules.All.Except(BeyondFiles).Select(rule => rule.Id).Except(expected, StringComparer.Ordinal));
    }
}
