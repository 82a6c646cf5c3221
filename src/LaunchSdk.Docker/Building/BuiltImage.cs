using LaunchSdk.Commands;
using LaunchSdk.Docker.Sources;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Building;

/// <summary>
/// The image of a job: built, found, or, where the builder is noop, the image that the job's code is mounted into. Dispose of it after the
/// run.
/// </summary>
public sealed class BuiltImage : IAsyncDisposable
{
    /// <summary>Where code is mounted that no image was built of.</summary>
    public const string CodeMount = "/mnt/wandb";

    internal BuiltImage(ImageReference reference) => Reference = reference;

    /// <summary>The image's name, with which it is run.</summary>
    public ImageReference Reference { get; }

    /// <summary>The id, <c>sha256:...</c>; null where the engine does not have it (the registry does).</summary>
    public string? Id { get; internal init; }

    /// <summary>The manifest's digest in the registry, <c>sha256:...</c>; null where no registry was asked, or has none.</summary>
    public string? Digest { get; internal init; }

    /// <summary>Whether it was built now, and not found.</summary>
    public bool WasBuilt { get; internal init; }

    /// <summary>Whether it was pushed now.</summary>
    public bool WasPushed { get; internal init; }

    /// <summary>The folder of this machine that is mounted at <see cref="CodeMount"/>; null where the code is in the image.</summary>
    public string? CodeFolder { get; internal init; }

    /// <summary>The program that runs the mounted code, with its first arguments; empty where the image has its own.</summary>
    public IReadOnlyList<string> EntryPoint { get; internal init; } = [];

    internal GitCheckout? Checkout { get; init; }

    /// <summary>A run of this image: its name, and the mount, the directory and the program of code that is not in it.</summary>
    /// <param name="request">The run, with any image.</param>
    /// <returns>The run with this image.</returns>
    public DockerRunRequest ApplyTo(DockerRunRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var run = request with { Image = Reference.Text };
        return CodeFolder is null
            ? run
            : run with
            {
                Queue = request.Queue with { Config = WithCode(request.Queue.Config) },
                // An override's list replaces the queue's.
                Override = request.Override is { Mount: not null } or { Workdir: not null } ? WithCode(request.Override) : request.Override,
                Command = [.. EntryPoint, .. request.Command],
            };
    }

    /// <summary>Deletes what was fetched for the run. The image stays.</summary>
    public ValueTask DisposeAsync() => Checkout?.DisposeAsync() ?? ValueTask.CompletedTask;

    private DockerQueueConfig WithCode(DockerQueueConfig options) =>
        options with
        {
            Mount = [.. options.Mount ?? [], Mount.Bind(CodeFolder!, CodeMount)],
            Workdir = CodeMount,
        };
}
