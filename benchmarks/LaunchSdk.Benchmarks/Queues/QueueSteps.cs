using LaunchSdk.Commands;
using LaunchSdk.Docker.Clients;
using LaunchSdk.Docker.Requests;
using LaunchSdk.Docker.Translation;

namespace LaunchSdk.Benchmarks.Queues;

/// <summary>What is measured, as a user of the library writes it.</summary>
internal static class QueueSteps
{
    private static readonly EngineTarget Engine = EngineTarget.Newest;

    private static readonly ClientContext Client = new()
    {
        WorkingDirectory = "/work",
        Environment = static name => name == "WANDB_API_KEY" ? "secret" : null,
        Files = new OneFile(),
        DockerConfig = DockerConfigFile.Empty,
    };

    /// <summary>Text to argument vector: read, validate, render.</summary>
    public static IReadOnlyList<string> Render(string text, string path) => Command(text, path).ToArgumentVector();

    /// <summary>Text to command: read and validate.</summary>
    public static DockerRunCommand Command(string text, string path)
    {
        var queue = DockerQueue.Parse(text, path).GetValueOrThrow();
        return DockerRunCommand.Create(new DockerRunRequest { Queue = queue, Image = "registry.internal/train:1.4" }).GetValueOrThrow();
    }

    /// <summary>Command to the engine's create request, which ends in <c>ContainerRequest</c>.</summary>
    public static ContainerRequest Translate(DockerRunCommand command) =>
        CreateRequestTranslator.Translate(command, Engine, Client).GetValueOrThrow();
}
