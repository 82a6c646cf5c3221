using System.Net;

namespace LaunchSdk.Docker.Errors;

/// <summary>
/// The failures that LaunchSdk knows a way out of, and the words by which those are known that dockerd reports; the first row that fits
/// counts. A row without words is a failure that LaunchSdk sees itself: its kind is set where it is thrown. docs/errors.md shows them.
/// </summary>
public static class ErrorCatalog
{
    /// <summary>A push of what the engine does not have.</summary>
    internal static EngineError NotOnEngine { get; } =
        new(
            EngineErrorKind.ImageNotFound,
            ["does not exist locally", "tag does not exist"],
            "Build or tag the image first: this engine has none of that name"
        );

    /// <summary>The rows, the narrower before the wider.</summary>
    public static IReadOnlyList<EngineError> Rows { get; } =
    [
        new(EngineErrorKind.BadAnswer, [], "Look whether a Docker Engine answers at that address, and not a proxy or another service"),
        new(
            EngineErrorKind.SocketPermission,
            [],
            "Add the user to the group docker (`sudo usermod -aG docker $USER`, then log in again), or run as root"
        ),
        new(
            EngineErrorKind.NoSpace,
            ["no space left on device"],
            "Free disk space on the engine's machine: `launch prune` removes LaunchSdk's ended containers, `docker system "
                + "df` shows the rest"
        ),
        new(
            EngineErrorKind.DeviceNotFound,
            [
                "unresolvable CDI devices",
                "CDI device injection failed",
                "could not select device driver \"cdi\"",
                "error gathering device information",
            ],
            "Check the device's path on the engine's machine; for a CDI device (vendor.com/class=name) its specification has "
                + "to lie in a folder that `docker info` lists there (NVIDIA: `sudo nvidia-ctk cdi generate "
                + "--output=/etc/cdi/nvidia.yaml`), and the engine has to be 28 or newer, or have the feature cdi switched on"
        ),
        new(
            EngineErrorKind.NoGpuDriver,
            [
                "could not select device driver",
                "nvidia-container-cli",
                "failed to discover GPU vendor",
                "unknown or invalid runtime name: nvidia",
                "unknown runtime specified nvidia",
            ],
            "The engine has no GPU support: install the NVIDIA Container Toolkit on its machine (`sudo nvidia-ctk runtime "
                + "configure --runtime=docker`, then restart the engine), or leave the option gpus out"
        ),
        new(
            EngineErrorKind.PortTaken,
            ["port is already allocated", "address already in use", "ports are not available"],
            "Publish another port of the host, or stop what holds this one (`sudo ss -lptn`, `docker ps`)"
        ),
        new(EngineErrorKind.NameInUse, ["is already in use by container"], "Choose another name, or remove the container that has it"),
        new(
            EngineErrorKind.MountSource,
            [
                "bind source path does not exist",
                "invalid mount config",
                "error mounting",
                "invalid volume specification",
                "mount path must be absolute",
                "invalid characters for a local volume name",
            ],
            "Make the folder on the engine's machine, which is not this one for a remote engine, and give its absolute path"
        ),
        new(
            EngineErrorKind.NetworkNotFound,
            ["network * not found", "network not found", "could not find network", "could not find a network matching"],
            "Create the network (`docker network create NAME`), or name one of `docker network ls`"
        ),
        new(
            EngineErrorKind.ImageDenied,
            [
                "pull access denied",
                "push access denied",
                "no basic auth credentials",
                "unauthorized",
                "authentication required",
                "denied: requested access",
            ],
            "Check the image's name; where it is private, log in to its registry with `docker login REGISTRY` as an account "
                + "that may read it"
        ),
        NotOnEngine,
        new(
            EngineErrorKind.ImageNotFound,
            [
                "manifest unknown",
                "manifest for",
                "no such image",
                "repository does not exist",
                "name unknown",
                "no matching manifest",
                "no match for platform",
                "was found but does not",
                "was found but its platform",
                "failed to resolve reference *: not found",
            ],
            "Check the image's name, its tag and its platform"
        ),
        new(
            EngineErrorKind.RegistryUnreachable,
            [
                "no such host",
                "dial tcp",
                "tls handshake timeout",
                "client.timeout exceeded",
                "server gave http response to https client",
                "\": eof",
                "\": unexpected eof",
                "\": read tcp",
                "\": write tcp",
            ],
            "Look whether the registry runs, and check the engine's way to it (DNS, proxy, firewall), or give the engine the "
                + "image beforehand and use --pull never"
        ),
        new(
            EngineErrorKind.ApiVersion,
            ["is too old. minimum supported api version", "is too new. maximum supported api version"],
            "Unset DOCKER_API_VERSION to agree on a version with the engine, or update the older of the two"
        ),
        new(
            EngineErrorKind.ProgramNotFound,
            [
                "executable file not found",
                "no such file or directory: unknown",
                "exec: *: no such file or directory",
                "system cannot find the file specified",
            ],
            "The image has no such program: check the command, the entrypoint and the program's interpreter"
        ),
        new(
            EngineErrorKind.ProgramNotExecutable,
            ["permission denied: unknown", "is a directory: unknown", "exec: *: permission denied"],
            "The image has it, but it is no program that this user may execute: check its mode and the command"
        ),
        new(
            EngineErrorKind.NoEngine,
            [],
            "Start Docker Engine (`sudo systemctl start docker`), or set DOCKER_HOST to the engine's address"
        ),
    ];

    /// <summary>The advice for a kind of failure that LaunchSdk sees itself, and not in the engine's words.</summary>
    internal static string AdviceFor(EngineErrorKind kind) => Rows.First(row => row.Kind == kind).Advice;

    /// <summary>The row that fits a message; null where none does.</summary>
    /// <param name="message">The engine's words.</param>
    /// <returns>The row, or null.</returns>
    public static EngineError? Find(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Rows.FirstOrDefault(row => row.Words.Any(words => Contains(message, words)));
    }

    /// <summary>
    /// The row that fits an answer about an image in a registry. The status comes first: it leaves one kind or two, and the words choose.
    /// A text that nobody has seen yet is known by the status alone.
    /// </summary>
    /// <param name="status">The answer's status; null or 200 for an error within a stream.</param>
    /// <param name="message">The engine's words.</param>
    internal static EngineError? FindForImage(HttpStatusCode? status, string message)
    {
        var known = Find(message);
        EngineErrorKind[] kinds = status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => [EngineErrorKind.ImageDenied],
            // A registry that tells strangers nothing has no such image for them.
            HttpStatusCode.NotFound => [EngineErrorKind.ImageNotFound, EngineErrorKind.ImageDenied],
            _ => [],
        };
        return kinds.Length == 0 || (known is not null && kinds.Contains(known.Kind)) ? known : Rows.Last(row => row.Kind == kinds[0]);
    }

    // A star in the words stands for any text.
    private static bool Contains(string message, string words)
    {
        var from = 0;
        foreach (var part in words.Split('*'))
        {
            var at = message.IndexOf(part, from, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return false;
            }

            from = at + part.Length;
        }

        return true;
    }
}
