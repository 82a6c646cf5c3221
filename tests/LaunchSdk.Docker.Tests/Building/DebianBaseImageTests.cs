using LaunchSdk.Commands;
using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Tests.Building;

/// <summary>
/// A real distribution as the accelerator's base image: the generated Dockerfile installs Python with its apt, from the mirrors of this
/// machine.
/// </summary>
[Trait("Category", "Slow")]
public sealed class DebianBaseImageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Skip = DebianImage.SkipReason, SkipType = typeof(DebianImage), SkipUnless = nameof(DebianImage.CanRun))]
    public async Task Python_and_a_package_are_installed_on_the_queues_base_image_and_the_job_runs()
    {
        await using var bench = await JobImageBench.CreateAsync();
        await DebianImage.MakeAsync(bench.Engine, Token);
        var queue = DockerQueueConfig
            .ParseOverride($"builder: {{accelerator: {{base_image: '{DebianImage.Name}'}}}}\nrm: true\nnetwork: none\n")
            .Value!;
        bench
            .With("requirements.txt", $"./{Wheel.Write(bench.Folder, "greeting", "text = 'installed'\n")}\n")
            .With("train.py", "import greeting, os, sys\nprint(greeting.text, sys.prefix, os.getuid(), *sys.argv[1:])\n");

        await using var image = await bench.BuildAsync(
            new JobImageRequest
            {
                Source = BuildSource.Parse(bench.Folder),
                Options = new JobImageOptions { EntryPoint = ["python", "train.py"] },
                Flavor = BuilderFlavor.Classic,
                Network = "host",
            }.WithQueue(queue)
        );
        var command = DockerRunCommand
            .Create(
                image.ApplyTo(
                    new DockerRunRequest
                    {
                        Queue = new DockerQueue { Name = "test", Config = queue },
                        Image = "x",
                        Command = ["--epochs", "3"],
                    }
                )
            )
            .GetValueOrThrow();
        var result = await bench.Docker.RunAsync(command, cancellationToken: Token);

        Assert.Equal(["installed /env 1000 --epochs 3"], result.LastLines.Select(static line => line.Text));
        await bench.RemoveAsync(DebianImage.Name);
    }
}
