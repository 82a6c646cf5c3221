using Docker.DotNet.Models;
using LaunchSdk.Options;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Values;
using Mount = LaunchSdk.Values.Mount;

namespace LaunchSdk.Docker.Translation;

/// <summary>Volumes, mounts, tmpfs and the root file system.</summary>
internal sealed class StorageTranslation : ITranslationArea
{
    private const string ApiSocket = "/var/run/docker.sock";
    private const string ReadOnlyRecursiveFrom = "1.44";
    private const string ConfigFolderInContainer = "/run/secrets/docker";

    public IReadOnlyList<DockerOption> Options { get; } =
    [
        DockerOptions.Volume,
        DockerOptions.VolumeDriver,
        DockerOptions.VolumesFrom,
        DockerOptions.Mount,
        DockerOptions.Tmpfs,
        DockerOptions.ReadOnly,
        DockerOptions.StorageOpt,
        DockerOptions.UseApiSocket,
    ];

    public void Apply(TranslationContext context)
    {
        var host = context.Host;
        ApplyVolumes(context);
        host.VolumeDriver = context.Text(DockerOptions.VolumeDriver);
        host.VolumesFrom = context.TextsOrNull(DockerOptions.VolumesFrom)!;
        host.ReadonlyRootfs = context.Options.IsOn(DockerOptions.ReadOnly);
        host.StorageOpt = ProcessTranslation.KeyValues(context, DockerOptions.StorageOpt);
        foreach (var tmpfs in context.Values<TmpfsMount>(DockerOptions.Tmpfs))
        {
            (host.Tmpfs ??= new Dictionary<string, string>(StringComparer.Ordinal))[tmpfs.Path] = tmpfs.Options;
        }

        var given = context.Values<Mount>(DockerOptions.Mount).ToList();
        if (!context.Engine.Has(ReadOnlyRecursiveFrom) && given.Exists(mount => mount.BindOptions is { ReadOnlyForceRecursive: true }))
        {
            context.Report(
                NotSupportedByEngine.ByVersion("bind-recursive=readonly of a mount", ReadOnlyRecursiveFrom, context.Engine.ApiVersion),
                DockerOptions.Mount
            );
        }

        var mounts = given.Select(mount => MountTranslation.Translate(mount, context.Client.WorkingDirectory)).ToList();
        if (context.Options.IsOn(DockerOptions.UseApiSocket))
        {
            ApplyApiSocket(context, mounts);
        }

        host.Mounts = mounts.Count > 0 ? mounts : null;
    }

    private static void ApplyVolumes(TranslationContext context)
    {
        var binds = new List<string>();
        var anonymous = new Dictionary<string, EmptyStruct>(StringComparer.Ordinal);
        foreach (var volume in context.Values<VolumeMount>(DockerOptions.Volume).Distinct())
        {
            if (volume.IsAnonymous)
            {
                anonymous[volume.Text] = default;
            }
            else
            {
                binds.Add(volume.IsBind ? ClientPath.MakeSourceAbsolute(volume.Text, context.Client.WorkingDirectory) : volume.Text);
            }
        }

        context.Parameters.Volumes = anonymous;
        context.Host.Binds = binds.Count > 0 ? binds : null!;
    }

    private static void ApplyApiSocket(TranslationContext context, List<global::Docker.DotNet.Models.Mount> mounts)
    {
        // The engine's host is where the socket is looked for, whatever way the client takes to the engine.
        var socket = new global::Docker.DotNet.Models.Mount
        {
            Type = "bind",
            Source = ApiSocket,
            Target = ApiSocket,
        };
        socket.BindOptions = new BindOptions();
        mounts.Add(socket);
        var environment = context.Parameters.Env ?? [];
        if (
            context.Client.GetDockerConfig().HasCredentials
            && !environment.Any(line => line.StartsWith("DOCKER_CONFIG=", StringComparison.Ordinal))
        )
        {
            context.Parameters.Env = [.. environment, $"DOCKER_CONFIG={ConfigFolderInContainer}"];
        }
    }
}
