using LaunchSdk.Commands;
using LaunchSdk.Configuration;
using LaunchSdk.Docker.Clients;
using LaunchSdk.Docker.Requests;

namespace LaunchSdk.Docker.Translation;

/// <summary>
/// Translates a <c>docker run</c> into the request that docker 29.8 would send for it. Pure but for reading the files that options name.
/// </summary>
public static class CreateRequestTranslator
{
    /// <summary>
    /// The areas, in the order in which they are applied: the api socket adds to the environment that the process area made.
    /// </summary>
    internal static IReadOnlyList<ITranslationArea> Areas { get; } =
    [
        new ProcessTranslation(),
        new ResourcesTranslation(),
        new NetworkingTranslation(),
        new StorageTranslation(),
        new SecurityTranslation(),
        new DevicesTranslation(),
        new LoggingTranslation(),
        new HealthTranslation(),
        new LifecycleTranslation(),
    ];

    /// <summary>The request, or every problem that docker or LaunchSdk would refuse it for.</summary>
    /// <param name="command">The command.</param>
    /// <param name="engine">The engine it is for.</param>
    /// <param name="client">What the client's process knows.</param>
    /// <param name="customize">Changes the finished request; applied last, and nothing checks it.</param>
    /// <returns>The request, or the problems.</returns>
    public static ConfigResult<ContainerRequest> Translate(
        DockerRunCommand command,
        EngineTarget engine,
        ClientContext client,
        Action<ContainerRequest>? customize = null
    )
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(client);
        var context = new TranslationContext(command.Options, command.Image, engine, client);
        NotSupported.Check(context);
        context.Request.Image = command.Image.Text;
        context.Request.Cmd = command.Command.Count > 0 ? [.. command.Command] : null;
        context.Host.ConsoleSize = [0, 0];
        foreach (var area in Areas)
        {
            area.Apply(context);
        }

        customize?.Invoke(context.Request);
        return new ConfigResult<ContainerRequest>(context.Request, context.Problems);
    }
}
