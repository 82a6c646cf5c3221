using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Tests.Containers;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Chaos;

public sealed class LyingFrameTests
{
    private readonly CapturedOutput _output = new();

    public static TheoryData<string, byte[]> Frames =>
        new()
        {
            { "a stream that docker does not have", [9, 0, 0, 0, 0, 0, 0, 1, 65] },
            { "a length far beyond what comes", [1, 0, 0, 0, 255, 255, 255, 255, 65, 66] },
            { "half a header", [1, 0, 0] },
            { "an error of the engine without an end", [3, 0, 0, 0, 255, 255, 255, 255, 65, 66] },
            { "a page of HTML", "<html><body>hello</body></html>"u8.ToArray() },
        };

    [Theory]
    [MemberData(nameof(Frames))]
    public async Task Output_that_is_no_row_of_frames_ends_the_output_and_not_the_run(string name, byte[] bytes)
    {
        await using var engine = new RecordingEngine { ExitCode = 4, Output = bytes };
        await using var docker = await DockerEngine.ConnectAsync(
            new DockerEngineOptions { Host = engine.Host },
            TestContext.Current.CancellationToken
        );

        var result = await new ContainerRunner(docker)
            .RunAsync(Plans.Shell(":"), _output, null, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        Assert.Equal((name, 4, false), (name, result.ExitCode, result.IsOutputComplete));
    }
}
