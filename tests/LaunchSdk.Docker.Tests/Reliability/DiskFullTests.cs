using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Errors;
using LaunchSdk.Docker.Tests.Containers;

namespace LaunchSdk.Docker.Tests.Reliability;

/// <summary>A real engine on a disk of 24 MiB.</summary>
[Trait("Category", "Slow")]
public sealed class DiskFullTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Skip = PrivateEngine.SkipReason, SkipType = typeof(PrivateEngine), SkipUnless = nameof(PrivateEngine.CanStart))]
    [Trait("Engine", "real")]
    public async Task A_full_disk_ends_no_output_and_the_next_run_says_what_is_missing()
    {
        await using var engine = await PrivateEngine.StartWithDiskAsync(24, Token);
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = engine.Host }, Token);
        var output = new CapturedOutput();

        var filling = await new ContainerRunner(docker).RunAsync(
            Plans.Shell("dd if=/dev/zero of=/fill bs=4k 2>&1 | grep -o 'No space left on device'; seq 1 9999; exit 3").KeptAfterwards(),
            output,
            null,
            Token
        );
        var error = await Assert.ThrowsAnyAsync<DockerEngineException>(() =>
            new ContainerRunner(docker).RunAsync(Plans.Shell(":"), new CapturedOutput(), null, Token)
        );

        Assert.Equal((3, true), (filling.ExitCode, filling.IsOutputComplete));
        Assert.Equal("No space left on device\n" + string.Concat(Enumerable.Range(1, 9999).Select(number => $"{number}\n")), output.Stdout);
        Assert.Equal(EngineErrorKind.NoSpace, error.Kind);
        Assert.Contains("docker system df", error.Advice, StringComparison.Ordinal);
        Assert.Equal([filling.Id], (await new ContainerCatalog(docker).ListAsync(Token)).Select(container => container.Id));
    }
}
