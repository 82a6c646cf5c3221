using LaunchSdk.Settings;
using LaunchSdk.Values;

namespace LaunchSdk;

/// <summary>Builds a <see cref="DockerQueueConfig"/> option by option; repeatable options add up.</summary>
public sealed partial class DockerQueueBuilder
{
    private QueueBuilderConfig? _builder;

    internal OptionSettings Settings { get; } = new();

    /// <summary>Sets an environment variable: <c>--env NAME=value</c>.</summary>
    /// <param name="name">Name of the variable; not empty, no <c>=</c>.</param>
    /// <param name="value">Its value; may be empty.</param>
    /// <returns>This builder.</returns>
    public DockerQueueBuilder Env(string name, string value) => Env(EnvironmentVariable.Set(name, value));

    /// <summary>Passes a variable on from the environment of whoever runs the container: <c>--env NAME</c>.</summary>
    /// <param name="name">Name of the variable.</param>
    /// <returns>This builder.</returns>
    public DockerQueueBuilder PassEnv(string name) => Env(EnvironmentVariable.Pass(name));

    /// <summary>Mounts a path of the engine's host, or a named volume: <c>--volume source:target</c>.</summary>
    /// <param name="source">Absolute path on the host, or the volume's name.</param>
    /// <param name="target">Absolute path in the container.</param>
    /// <returns>This builder.</returns>
    public DockerQueueBuilder Volume(string source, string target) => Volume(VolumeMount.Parse($"{source}:{target}"));

    /// <summary>Sets a label: <c>--label key=value</c>.</summary>
    /// <param name="key">Key; not empty, no white space.</param>
    /// <param name="value">Value; may be empty.</param>
    /// <returns>This builder.</returns>
    public DockerQueueBuilder Label(string key, string value) => Label(ContainerLabel.Parse($"{key}={value}"));

    /// <summary>Publishes a port: <c>--publish host:container</c>.</summary>
    /// <param name="hostPort">Port on the host, 1 to 65535.</param>
    /// <param name="containerPort">Port in the container, 1 to 65535.</param>
    /// <returns>This builder.</returns>
    public DockerQueueBuilder Publish(int hostPort, int containerPort) =>
        Publish(PortMapping.Parse(FormattableString.Invariant($"{hostPort}:{containerPort}")));

    /// <summary>The image that code jobs are built on (<c>builder</c> block); not an option of docker run.</summary>
    /// <param name="builder">The whole block; it replaces an earlier one.</param>
    /// <returns>This builder.</returns>
    public DockerQueueBuilder Builder(QueueBuilderConfig builder)
    {
        _builder = builder;
        return this;
    }

    internal DockerQueueConfig Build() => new(new OptionSettings(Settings)) { Builder = _builder };
}
