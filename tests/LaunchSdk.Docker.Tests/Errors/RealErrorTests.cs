using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Errors;
using LaunchSdk.Docker.Images;
using LaunchSdk.Docker.Requests;
using LaunchSdk.Docker.Tests.Containers;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Errors;

/// <summary>Failures that a real engine is brought to, each with its kind and its way out.</summary>
public sealed class RealErrorTests : EngineTests
{
    [EngineFact]
    public async Task A_name_in_use_names_the_other_container_and_its_owner()
    {
        var name = $"launchsdk-test-{Guid.NewGuid():n}";
        var other = await RunAsync(Plans.Shell(":").KeptAfterwards().With(parameters => parameters.Name = name));

        var error = await FailAsync(Plans.Shell(":").With(parameters => parameters.Name = name));

        Assert.Equal(EngineErrorKind.NameInUse, error.Kind);
        Assert.Contains(other.Id[..12], error.Advice, StringComparison.Ordinal);
        Assert.Contains(TestEngine.BusyboxImage, error.Advice, StringComparison.Ordinal);
        Assert.Contains("dev.launchsdk.", error.Advice, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_port_that_is_taken_is_known()
    {
        var port = HostProcess.FreePort().ToString(System.Globalization.CultureInfo.InvariantCulture);
        await RunAsync(Published(port) with { Detach = true });

        var error = await FailAsync(Published(port));

        Assert.Equal(EngineErrorKind.PortTaken, error.Kind);
    }

    [EngineFact]
    public async Task A_network_that_is_not_there_is_known()
    {
        var error = await FailAsync(Plans.Shell(":").With(parameters => parameters.HostConfig!.NetworkMode = "no-such-network"));

        Assert.Equal(EngineErrorKind.NetworkNotFound, error.Kind);
        Assert.Contains("docker network create", error.Advice, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task An_engine_without_GPU_support_names_the_toolkit()
    {
        Assert.SkipWhen(Directory.Exists("/proc/driver/nvidia"), "This machine has a GPU.");

        var error = await FailAsync(
            Plans
                .Shell(":")
                .With(parameters =>
                    parameters.HostConfig!.DeviceRequests = [
                        new DeviceRequest
                        {
                            Count = -1,
                            Capabilities =
                            [
                                ["gpu"],
                            ],
                        },
                    ]
                )
        );

        Assert.Equal(EngineErrorKind.NoGpuDriver, error.Kind);
        Assert.Contains("NVIDIA Container Toolkit", error.Advice, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_mount_whose_source_is_not_there_is_known()
    {
        var error = await FailAsync(
            Plans
                .Shell(":")
                .With(parameters =>
                    parameters.HostConfig!.Mounts = [
                        new MountConfig
                        {
                            Type = "bind",
                            Source = "/no/such/folder",
                            Target = "/data",
                        },
                    ]
                )
        );

        Assert.Equal(EngineErrorKind.MountSource, error.Kind);
    }

    [EngineFact]
    public async Task A_program_that_is_not_there_is_known()
    {
        Assert.Equal(EngineErrorKind.ProgramNotFound, (await FailAsync(Plans.Command("no-such-program"))).Kind);
    }

    [EngineTheory]
    [InlineData("/no/such/program", EngineErrorKind.ProgramNotFound, 127)]
    [InlineData("/etc/passwd", EngineErrorKind.ProgramNotExecutable, 126)]
    [InlineData("/bin", EngineErrorKind.ProgramNotExecutable, 126)]
    public async Task A_program_that_cannot_run_is_known_with_dockers_exit_code(string program, EngineErrorKind kind, int exitCode)
    {
        var error = await FailAsync(Plans.Command(program));

        Assert.Equal((kind, exitCode), (error.Kind, error.ExitCode));
    }

    [EngineFact]
    public async Task A_device_that_is_not_there_is_known()
    {
        var error = await FailAsync(
            Plans
                .Shell(":")
                .With(parameters =>
                    parameters.HostConfig!.Devices = [
                        new DeviceConfig
                        {
                            PathOnHost = "/dev/no-such",
                            PathInContainer = "/dev/no-such",
                            CgroupPermissions = "rwm",
                        },
                    ]
                )
        );

        Assert.Equal(EngineErrorKind.DeviceNotFound, error.Kind);
    }

    [EngineFact]
    public async Task A_runtime_for_GPUs_that_is_not_there_is_known()
    {
        Assert.SkipWhen(Directory.Exists("/proc/driver/nvidia"), "This machine has a GPU.");

        Assert.Equal(
            EngineErrorKind.NoGpuDriver,
            (await FailAsync(Plans.Shell(":").With(parameters => parameters.HostConfig!.Runtime = "nvidia"))).Kind
        );
    }

    [EngineTheory]
    [InlineData("~/data:/data")]
    [InlineData("$HOME/data:/data")]
    public async Task A_path_that_no_shell_has_expanded_is_known(string bind)
    {
        Assert.Equal(
            EngineErrorKind.MountSource,
            (await FailAsync(Plans.Shell(":").With(parameters => parameters.HostConfig!.Binds = [bind]))).Kind
        );
    }

    [EngineTheory]
    [InlineData("127.0.0.1:1/t/x:1")]
    [InlineData("no-such-host.invalid/t/x:1")]
    public async Task A_registry_out_of_reach_is_known(string image)
    {
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = Engine.Host }, Token);

        var error = await Assert.ThrowsAsync<ImagePullException>(() => new ImagePuller(docker).PullAsync(image, cancellationToken: Token));

        Assert.Equal(EngineErrorKind.RegistryUnreachable, error.Kind);
    }

    [EngineFact]
    public async Task An_API_version_that_the_engine_does_not_know_is_told()
    {
        await using var docker = await DockerEngine.ConnectAsync(
            new DockerEngineOptions { Host = Engine.Host, ApiVersion = new System.Version(1, 99) },
            Token
        );

        var error = await Assert.ThrowsAnyAsync<DockerEngineException>(() =>
            new ContainerRunner(docker).RunAsync(Labelled(Plans.Shell(":")), Output, null, Token)
        );

        Assert.Equal(EngineErrorKind.ApiVersion, error.Kind);
    }

    [EngineFact]
    public async Task An_image_that_is_not_there_is_known()
    {
        Assert.Equal(
            EngineErrorKind.ImageNotFound,
            (await FailAsync(Plans.Shell(":").With(parameters => parameters.Image = "launchsdk-test/none:1"))).Kind
        );
    }

    private static ContainerRunPlan Published(string port) =>
        Plans
            .Command("sleep", "600")
            .With(parameters =>
            {
                parameters.HostConfig!.NetworkMode = "bridge";
                parameters.ExposedPorts = new HashSet<string>(StringComparer.Ordinal) { "80/tcp" };
                parameters.HostConfig.PortBindings = new Dictionary<string, IList<PortBinding>>
                {
                    ["80/tcp"] = [new PortBinding { HostIp = "127.0.0.1", HostPort = port }],
                };
            });

    private Task<DockerEngineException> FailAsync(ContainerRunPlan plan) =>
        Assert.ThrowsAnyAsync<DockerEngineException>(() => RunAsync(plan));
}
