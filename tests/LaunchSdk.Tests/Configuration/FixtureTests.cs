using LaunchSdk.Problems;
using LaunchSdk.Testing;

namespace LaunchSdk.Tests.Configuration;

/// <summary>Every fixture gives exactly the problems that it says, at the places that it says.</summary>
public sealed class FixtureTests
{
    // Rules that need more than a file: an engine, the files that options name, an image, values on the command line, the files of a project.
    private static readonly ProblemRule[] BeyondAFile =
    [
        ProblemRules.NotSupportedByEngine, ProblemRules.FileNotUsable, ProblemRules.InvalidImage,
        ProblemRules.UndefinedQueue, ProblemRules.FixedNameOfManyJobs, ProblemRules.DuplicateQueue, ProblemRules.NameNotAnIdentifier, ProblemRules.NameClash, ProblemRules.IgnoredResult,
    ];

    [Theory]
    [MemberData(nameof(ConfigFixture.All), MemberType = typeof(ConfigFixture))]
    public void A_file_has_exactly_the_problems_that_it_expects(ConfigFixture fixture)
    {
        var problems = ConfigText.Problems(fixture);

        Assert.Equal(fixture.Expected.Order(StringComparer.Ordinal), problems.Select(ConfigText.Show).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ConfigFixture.All), MemberType = typeof(ConfigFixture))]
    public void Problems_stand_in_the_order_of_the_text_and_say_what_is_wrong(ConfigFixture fixture)
    {
        var problems = ConfigText.Problems(fixture);

        Assert.Equal(problems.Select(problem => problem.Range.Start).Order(), problems.Select(problem => problem.Range.Start));
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
        Assert.Equal(10, problems.Select(problem => problem.Start).Distinct().Count());
    }

    [Fact]
    public void Every_rule_that_a_file_can_break_is_broken_by_a_fixture()
    {
        var expected = ConfigFixture.All().SelectMany(row => row.Data.Expected).Select(text => text[..8]).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(ProblemRules.All.Except(BeyondAFile).Where(rule => rule.Severity != ProblemSeverity.Information).Select(rule => rule.Id).Except(expected, StringComparer.Ordinal));
    }
}
