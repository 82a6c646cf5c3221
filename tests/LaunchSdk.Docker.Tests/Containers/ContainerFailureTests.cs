using System.Net;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Containers;

public sealed class ContainerFailureTests : EngineTests
{
    [EngineFact]
    public async Task A_program_that_the_image_lacks_is_127_and_leaves_nothing()
    {
        var error = await Assert.ThrowsAsync<ContainerStartException>(() => RunAsync(Plans.Command("no-such-program").KeptAfterwards()));

        Assert.Equal(127, error.ExitCode);
        Assert.Contains("no-such-program", error.EngineMessage, StringComparison.Ordinal);
        Assert.Empty(await LeftAsync());
    }

    [EngineFact]
    public async Task A_file_that_is_no_program_is_126_and_leaves_nothing()
    {
        var error = await Assert.ThrowsAsync<ContainerStartException>(() => RunAsync(Plans.Command("/etc/passwd")));

        Assert.Equal(126, error.ExitCode);
        Assert.Empty(await LeftAsync());
    }

    [EngineFact]
    public async Task A_failed_start_deletes_the_container_id_file()
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("n"));

        await Assert.ThrowsAsync<ContainerStartException>(() => RunAsync(Plans.Command("no-such-program") with { CidFile = file }));

        Assert.False(File.Exists(file));
    }

    [EngineFact]
    public async Task A_name_in_use_is_named_in_the_advice()
    {
        var name = $"launchsdk-test-{Guid.NewGuid():n}";
        await RunAsync(Plans.Shell(":").KeptAfterwards().With(parameters => parameters.Name = name));

        var error = await Assert.ThrowsAsync<ContainerCreateException>(() =>
            RunAsync(Plans.Shell(":").With(parameters => parameters.Name = name))
        );

        Assert.Equal(HttpStatusCode.Conflict, error.Status);
        Assert.Equal(125, error.ExitCode);
        Assert.Contains(name, error.Advice, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task An_image_that_may_not_be_pulled_and_is_not_there_is_125()
    {
        var error = await Assert.ThrowsAsync<ContainerCreateException>(() =>
            RunAsync(Plans.Shell(":").With(parameters => parameters.Image = "launchsdk-test/none:1"))
        );

        Assert.Equal(125, error.ExitCode);
        Assert.Contains("launchsdk-test/none:1", error.EngineMessage, StringComparison.Ordinal);
        Assert.Contains("pull policy", error.Advice, StringComparison.Ordinal);
    }
}
