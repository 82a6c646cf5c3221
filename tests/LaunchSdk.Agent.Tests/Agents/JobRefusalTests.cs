using LaunchSdk.Agent.Policies;
using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Tests.Agents;

/// <summary>What a job may not do is said before anything is pulled or run.</summary>
public sealed class JobRefusalTests
{
    [Fact]
    public async Task An_option_that_the_policy_does_not_have_is_refused_and_the_queues_own_is_not()
    {
        var outcome = await RunAsync(
            """{"docker":{"docker_image":"busybox"},"resource_args":{"local-container":{"privileged":true,"volume":"/:/host","memory":"1g"}} }""",
            "volume: /data:/data"
        );

        Assert.Equal((RunQueueItemState.Failed, RunStage.Agent), (outcome.State, outcome.Stage!.Value));
        Assert.Contains("'privileged': the agent's override policy wandb-0.28.1", outcome.Message, StringComparison.Ordinal);
        Assert.Contains("'volume': the agent's override policy wandb-0.28.1", outcome.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("'memory'", outcome.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> Policies => [.. OverridePolicy.Named.Select(static policy => policy.Name), "memory,cpus"];

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task Under_no_policy_does_a_job_lift_a_limit_of_its_queue(string name)
    {
        Assert.True(OverridePolicy.TryParse(name, out var policy, out _));

        var outcome = await RunAsync(Overriding("\"memory\":\"900g\""), "memory: 1g", options => options with { OverridePolicy = policy });

        Assert.Equal((RunQueueItemState.Failed, RunStage.Agent), (outcome.State, outcome.Stage!.Value));
        Assert.Contains("the job may not ", outcome.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task Under_no_policy_does_a_job_run_without_a_limit_that_it_takes_away(string name)
    {
        Assert.True(OverridePolicy.TryParse(name, out var policy, out _));
        await using var fixture = new AgentFixture { Host = new FakeHost { EndsAtOnce = true } };
        fixture.Options = fixture.Options with { OverridePolicy = policy };
        await fixture.CreateQueueAsync("memory: 1g");
        var item = await fixture.PushAsync(Overriding("\"m\":null"));
        fixture.Start();

        var ended = await fixture.WaitForEndAsync(item.Id);

        Assert.Equal(policy == OverridePolicy.Nothing ? RunQueueItemState.Failed : RunQueueItemState.Finished, ended.State);
        Assert.All(
            fixture.Host.Starts,
            start => Assert.Contains("--memory 1g", string.Join(' ', start.Command.ToArgumentVector()), StringComparison.Ordinal)
        );
        Assert.Equal(
            policy == OverridePolicy.Nothing ? [] : [(item.Id, "the queue's limit 'memory: 1g' stays: a job cannot take it away")],
            fixture.Backend.Notes
        );
    }

    [Fact]
    public async Task A_limit_that_the_operator_lets_jobs_lift_is_lifted()
    {
        var outcome = await RunAsync(Overriding("\"memory\":\"900g\""), "memory: 1g", options => options with { LiftableLimits = ["m"] });

        Assert.Equal(RunQueueItemState.Finished, outcome.State);
    }

    [Fact]
    public async Task Secure_mode_refuses_an_entry_point()
    {
        var outcome = await RunAsync(
            """{"docker":{"docker_image":"busybox"},"overrides":{"entry_point":["sh"]} }""",
            change: options => options with { SecureMode = true }
        );

        Assert.Contains("may not override the entry point", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_of_the_agents_environment_is_not_for_macros_unless_the_operator_allows_it()
    {
        const string Job = """{"docker":{"docker_image":"busybox"},"resource_args":{"local-container":{"env":["P=${PATH}"]}} }""";

        var refused = await RunAsync(Job);
        var allowed = await RunAsync(Job, change: options => options with { AllowedEnvironment = ["PATH"] });

        Assert.Contains("${PATH}", refused.Message, StringComparison.Ordinal);
        Assert.Equal(RunQueueItemState.Failed, refused.State);
        Assert.Equal(RunQueueItemState.Finished, allowed.State);
    }

    [Fact]
    public async Task A_variable_of_the_agents_is_not_passed_on_to_a_job_unless_the_operator_allows_it()
    {
        const string Job = """{"docker":{"docker_image":"busybox"},"resource_args":{"local-container":{"env":["PATH","A=b"]}} }""";

        var refused = await RunAsync(Job);
        var allowed = await RunAsync(Job, change: options => options with { AllowedEnvironment = ["PATH"] });
        var open = await RunAsync(Job, change: options => options with { OverridePolicy = OverridePolicy.Open });

        Assert.StartsWith("the job may not pass the agent's variable 'PATH' on", refused.Message, StringComparison.Ordinal);
        Assert.Equal((RunQueueItemState.Finished, RunQueueItemState.Finished), (allowed.State, open.State));
    }

    [Fact]
    public async Task A_template_variable_outside_its_limits_is_refused()
    {
        const string Queue = """
            queue: q
            template_variables:
              mem:
                schema: {type: string, enum: [1g, 2g]}
            resource_args:
              local-container:
                memory: "{{mem}}"
            """;

        var outcome = await RunAsync("""{"docker":{"docker_image":"busybox"},"template_variables":{"mem":"64g"} }""", Queue);

        Assert.StartsWith("'64g' is not a value of mem", outcome.Message, StringComparison.Ordinal);
    }

    private static string Overriding(string option) =>
        "{\"docker\":{\"docker_image\":\"busybox\"},\"resource_args\":{\"local-container\":{" + option + "}}}";

    private static async Task<RunOutcome> RunAsync(
        string job,
        string queue = "rm: true",
        Func<LaunchAgentOptions, LaunchAgentOptions>? change = null
    )
    {
        await using var fixture = new AgentFixture { Host = new FakeHost { EndsAtOnce = true } };
        fixture.Options = change?.Invoke(fixture.Options) ?? fixture.Options;
        await fixture.CreateQueueAsync(queue);
        var item = await fixture.PushAsync(job);
        fixture.Start();
        return (await fixture.WaitForEndAsync(item.Id)).Outcome!;
    }
}
