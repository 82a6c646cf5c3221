using LaunchSdk;
using LaunchSdk.Commands;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Clients;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Output;
using LaunchSdk.Docker.Requests;
using LaunchSdk.Docker.Translation;

namespace Quickstart;

/// <summary>Commands run through the Engine API.</summary>
public static class RunningContainers
{
    public static async Task<int?> RunAFileAsync()
    {
        await using var docker = await LaunchDocker.ConnectAsync();
        var queue = DockerQueue.Load("queue.yaml").GetValueOrThrow();
        var command = DockerRunCommand.Create(new DockerRunRequest { Queue = queue, Image = "pytorch/pytorch", Command = ["python", "train.py"] }).GetValueOrThrow();
        var result = await docker.RunAsync(command);
        return result.ExitCode;
    }

    public static async Task<int?> RunAsync(DockerRunCommand command, CancellationToken cancellationToken)
    {
        await using var engine = await DockerEngine.ConnectAsync(cancellationToken: cancellationToken);
        var client = ClientContext.Current with { EngineAddress = engine.Host };
        var request = CreateRequestTranslator.Translate(command, engine.Target, client).GetValueOrThrow();

        var output = new StreamContainerOutput(Console.OpenStandardOutput(), Console.OpenStandardError());
        var plan = ContainerRunPlan.Create(command, request);
        var result = await new ContainerRunner(engine).RunAsync(plan, output, cancellationToken: cancellationToken);

        return result.ExitCode;
    }

    public static async Task<ContainerResult> RunForAServiceAsync(DockerRunCommand command, Stream stdout, Stream stderr, CancellationToken cancellationToken)
    {
        await using var docker = await LaunchDocker.ConnectAsync(cancellationToken: cancellationToken);
        var result = await docker.RunAsync(command, new LaunchRunOptions { Output = new StreamContainerOutput(stdout, stderr) }, cancellationToken);
        Console.WriteLine($"{result.Reason} after {result.Duration}");

        return result;
    }

    public static ContainerRequest TranslateOnly(DockerRunCommand command)
    {
        var request = CreateRequestTranslator.Translate(
            command,
            new EngineTarget("1.43"),
            ClientContext.Current,
            request => request.Labels["team"] = "vision").GetValueOrThrow();

        Console.WriteLine(request.ToJson());           // {"query":{...},"body":{...}}
        return request;
    }
}
