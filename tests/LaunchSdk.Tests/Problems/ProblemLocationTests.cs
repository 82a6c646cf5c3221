using LaunchSdk.Commands;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Testing;
using LaunchSdk.Tests.Commands;

namespace LaunchSdk.Tests.Problems;

public sealed class ProblemLocationTests
{
    [Fact]
    public void A_problem_of_an_option_that_code_set_is_at_the_option_and_says_its_name_once()
    {
        var problem = Problem(new DockerQueueConfig { Memory = "${run_id}" }, ("run_id", "12x"));

        Assert.Equal(new CodeLocation("memory"), problem.Location);
        Assert.Null(problem.File);
        Assert.StartsWith("memory: error LSDK0005: '12x' is not a docker size", problem.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("memory: '12x' is not a docker size", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conflict_of_options_that_code_set_is_at_the_option_to_change() =>
        Assert.Equal(
            "restart: error LSDK0009: 'rm' and 'restart: always' are mutually exclusive: "
                + "a removed container cannot be restarted; drop one of them",
            Problem(new DockerQueueConfig { Rm = true, Restart = "always" }).ToString()
        );

    [Fact]
    public void A_problem_of_the_image_is_at_that_member_of_the_request()
    {
        var problem = Assert.Single(DockerRunCommand.Create(Requests.Request("rm: true") with { Image = "No Image" }).Problems);

        Assert.Equal(new RequestLocation("image"), problem.Location);
        Assert.StartsWith("image: error LSDK0017: ", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_of_a_file_is_at_its_line_and_column() =>
        Assert.Equal("queue.yaml(1,9)", Assert.Single(DockerQueue.Parse("memory: 12x", "queue.yaml").Problems).Location.ToString());

    [Fact]
    public void What_a_tool_can_set_is_a_hint_and_no_flag_of_a_tool_is_in_the_sentence()
    {
        var problem = Problem(new DockerQueueConfig { Hostname = "${run_id}" });

        Assert.Equal(new ProblemHint(ProblemHintKind.SetMacro, "run_id"), problem.Hint);
        Assert.DoesNotContain("--", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_files_of_rules_make_sentences()
    {
        var others = new[] { "src", "generators" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.Combine(folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Replace('\\', '/').Contains("/Problems/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains(".Says(", StringComparison.Ordinal));

        Assert.Empty(others);
    }

    [Fact]
    public void A_rule_is_found_by_its_id()
    {
        Assert.Same(InvalidValue.Rule, ProblemRules.Find("LSDK0005"));
        Assert.Null(ProblemRules.Find("LSDK9999"));
    }

    private static Problem Problem(DockerQueueConfig config, params (string Name, string Value)[] macros) =>
        Assert.Single(
            DockerRunCommand
                .Create(
                    new DockerRunRequest
                    {
                        Queue = new DockerQueue { Config = config },
                        Image = "busybox",
                        Macros = macros.ToDictionary(macro => macro.Name, macro => macro.Value, StringComparer.Ordinal),
                    }
                )
                .Problems
        );
}
