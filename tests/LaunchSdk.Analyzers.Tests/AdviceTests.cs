using LaunchSdk.Analyzers.Tests.Running;

namespace LaunchSdk.Analyzers.Tests;

public class AdviceTests
{
    public static TheoryData<string, string[]> Cases =>
        new()
        {
            { "name: trainer", ["LSDK0201 @ 1:7"] },
            { "name: trainer-${run_id}", [] },
            { "env: /data:/data", ["LSDK0202 @ 1:6"] },
            { "env: [A=1, '/data:/data:ro']", ["LSDK0202 @ 1:12"] },
            { "env: [PATHS=/a:/b]", [] },
            { "env: [WANDB_API_KEY=abcdef]", ["LSDK0203 @ 1:7"] },
            { "env: [WANDB_API_KEY]", [] },
            { "env: ['DB_PASSWORD=${run_id}']", [] },
            { "env: [SSH_KEY=/run/secrets/key, PUBLIC_KEY=abc, TOKENIZERS_PARALLELISM=1]", [] },
            { "env: [CLOUD_ID=AKIAIOSFODNN7EXAMPLE]", ["LSDK0203 @ 1:7"] },
            { "gpus: device=0,1", ["LSDK0204 @ 1:7"] },
            { "gpus: '\"device=0,1\"'", [] },
            { "gpus: device=0", [] },
            { "gpus: [all, 'device=0,1']", ["LSDK0204 @ 1:13"] },
            { "volume: /a:/b", ["LSDK0205 @ 1:9"] },
            { "m: 1g\ncpus: 2", [] },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_queue_is_advised_beyond_its_schema(string text, string[] expected) =>
        Assert.Equal(
            expected,
            (await TestProject.AnalyzeAsync(new ProjectFile("/project/queues/gpu.yaml", text))).Select(TestProject.Place)
        );

    [Theory]
    [InlineData("ip: 10.0.0.2", 1)]
    [InlineData("network: bridge\nip: 10.0.0.2", 1)]
    [InlineData("network: mine\nip: 10.0.0.2", 0)]
    [InlineData("network: ${project_name}\nip: 10.0.0.2", 0)]
    public async Task An_address_needs_a_network_of_the_users_own(string text, int expected) =>
        Assert.Equal(
            expected,
            (await TestProject.AnalyzeAsync(new ProjectFile("/project/queues/gpu.yaml", text))).Count(found => found.Id == "LSDK0206")
        );

    [Fact]
    public async Task A_message_about_a_secret_does_not_tell_it()
    {
        var found = await TestProject.AnalyzeAsync(new ProjectFile("/project/queues/gpu.yaml", "env: [DB_PASSWORD=hunter2]"));

        Assert.DoesNotContain("hunter2", Assert.Single(found).GetMessage(null), StringComparison.Ordinal);
    }
}
