using LaunchSdk.Options;
using LaunchSdk.Problems;

namespace LaunchSdk.Schemas.Tests;

/// <summary>The schema's conflicts between options (<c>x-launch-excludes</c>) against the diagnostics that come of them.</summary>
public sealed class OptionConflictTests
{
    public static TheoryData<string, string, string> Examples { get; } =
    [
        .. from option in DockerOptions.All
        from conflict in option.Conflicts
        where conflict.IsReportedHere
        select (option.Name, conflict.RuleId, conflict.Example),
    ];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_example_of_a_conflict_has_its_diagnostic_at_the_option_and_nothing_else(string option, string rule, string example)
    {
        var problems = DockerQueue
            .Parse(example, "queue.json")
            .Problems.Where(problem => problem.Severity != ProblemSeverity.Information)
            .ToList();

        var problem = Assert.Single(problems);
        Assert.Equal(rule, problem.Rule.Id);
        Assert.DoesNotContain("{", problem.Message, StringComparison.Ordinal);
        var document = Documents.ConfigDocument.Read(example, Documents.ConfigFormat.Json, "queue.json");
        Assert.True(document.Root.TryGetMember(option, out var value));
        Assert.Equal(value.Range, problem.File?.Range);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Without_the_other_option_or_with_another_value_nothing_is_said(string option, string rule, string example)
    {
        var conflict = Find(option, example);
        var alone = System.Text.Json.Nodes.JsonNode.Parse(example)!.AsObject();
        alone.Remove(
            conflict.When.Kind is ConflictConditionKind.Missing or ConflictConditionKind.NotUserDefined ? option : conflict.Option
        );

        var message = DockerQueue.Parse(example, "queue.json").Problems.First(problem => problem.Rule.Id == rule).Message;
        Assert.DoesNotContain(DockerQueue.Parse(alone.ToJsonString(), "queue.json").Problems, problem => problem.Message == message);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_template_in_place_of_the_other_value_is_no_conflict(string option, string rule, string example)
    {
        var conflict = Find(option, example);
        if (conflict.When.Kind is ConflictConditionKind.Given)
        {
            Assert.Equal("LSDK0009", rule);
            return;
        }

        var open = System.Text.Json.Nodes.JsonNode.Parse(example)!.AsObject();
        open[conflict.Option] = "${run_id}";

        Assert.DoesNotContain(DockerQueue.Parse(open.ToJsonString(), "queue.json").Problems, problem => problem.Rule.Id == rule);
    }

    [Fact]
    public void Each_conflict_is_known_at_both_options()
    {
        var reported =
            from option in DockerOptions.All
            from conflict in option.Conflicts
            where
                conflict.IsReportedHere && conflict.When.Kind is not (ConflictConditionKind.Missing or ConflictConditionKind.NotUserDefined)
            select (conflict.Option, Other: option.Name, conflict.Example);
        var mirrored =
            from option in DockerOptions.All
            from conflict in option.Conflicts
            where !conflict.IsReportedHere
            select (option.Name, Other: conflict.Option, conflict.Example);

        Assert.Equal(reported.Order(), mirrored.Order());
    }

    [Fact]
    public void Options_that_only_the_engine_refuses_say_where_that_was_seen() =>
        Assert.All(
            DockerOptions.All.SelectMany(option => option.Conflicts).Where(conflict => conflict.RuleId != "LSDK0009"),
            conflict => Assert.All(conflict.Seen, seen => Assert.Matches(@"^\d+\.\d+\.\d+$", seen))
        );

    private static OptionConflict Find(string option, string example) =>
        DockerOptions.All.Single(known => known.Name == option).Conflicts.First(conflict => conflict.Example == example);
}
