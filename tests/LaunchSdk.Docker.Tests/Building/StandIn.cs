using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Registries;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Building;

/// <summary>
/// Images that stand in for Python's: busybox, and a script that makes an environment, tells what pip would install, and shows the job that
/// it would run.
/// </summary>
internal static class StandIn
{
    /// <summary>A stand-in that takes no real image's name.</summary>
    public const string Python = "launchsdk-test/python:3.12";

    private const string Script = """
        #!/bin/sh
        case "$1 $2" in
        "-m venv") mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; cp "$0" "$3/bin/python3"; exit 0 ;;
        "-m pip") shift 2; echo "pip $*"; exit 0 ;;
        esac
        echo "$0 $*"; cat "$1"; pwd; id -u
        """;

    private const string Dockerfile = $"""
        FROM {TestEngine.BusyboxImage}
        COPY python3 /usr/local/bin/python3
        RUN chmod 755 /usr/local/bin/python3; ln -s python3 /usr/local/bin/python; echo 'PRETTY_NAME="Stand-in 1"' > /etc/os-release
        ENV PATH=/usr/local/bin:/usr/bin:/bin
        """;

    /// <summary>Makes a stand-in under these names.</summary>
    public static Task MakePythonAsync(DockerEngine engine, CancellationToken cancellationToken, params string[] names) =>
        MakeAsync(engine, names, Dockerfile, cancellationToken, ("python3", Script));

    /// <summary>Makes any image.</summary>
    public static Task MakeAsync(
        DockerEngine engine,
        string[] names,
        string dockerfile,
        CancellationToken cancellationToken,
        params (string Name, string Text)[] files
    ) =>
        new ClassicBuilder(engine).BuildAsync(
            new BuildOrder
            {
                Source = "stand-in",
                WriteContextAsync = TarContext.Of([("Dockerfile", dockerfile), .. files]),
                Dockerfile = "Dockerfile",
                Tags = names,
                Credentials = new CredentialStore([], engine.Transport.Environment),
                Report = static _ => { },
            },
            cancellationToken
        );
}
