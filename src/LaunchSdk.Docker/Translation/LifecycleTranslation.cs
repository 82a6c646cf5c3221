using Docker.DotNet.Models;
using LaunchSdk.Options;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Values;
using static LaunchSdk.Docker.Translation.Absent;
using RestartPolicy = LaunchSdk.Values.RestartPolicy;

namespace LaunchSdk.Docker.Translation;

/// <summary>Name, platform, restart, removal, init and stopping.</summary>
internal sealed class LifecycleTranslation : ITranslationArea
{
    public IReadOnlyList<DockerOption> Options { get; } =
    [
        DockerOptions.Name,
        DockerOptions.Platform,
        DockerOptions.Restart,
        DockerOptions.Rm,
        DockerOptions.Init,
        DockerOptions.Runtime,
        DockerOptions.StopSignal,
        DockerOptions.StopTimeout,
        DockerOptions.CidFile,
    ];

    public void Apply(TranslationContext context)
    {
        var parameters = context.Parameters;
        var host = context.Host;
        parameters.Name = NullIfEmpty(context.Text(DockerOptions.Name));
        parameters.StopSignal = NullIfEmpty(context.Text(DockerOptions.StopSignal));
        host.AutoRemove = context.Options.IsOn(DockerOptions.Rm);
        host.Init = context.Options.Find(DockerOptions.Init)?.Flag;
        host.Runtime = NullIfEmpty(context.Text(DockerOptions.Runtime));
        ApplyPlatform(context);
        ApplyStopTimeout(context);
        ApplyRestart(context);
        ApplyCidFile(context);
    }

    private static void ApplyPlatform(TranslationContext context)
    {
        var text = context.Options.FindText(DockerOptions.Platform) ?? context.Client.Environment("DOCKER_DEFAULT_PLATFORM");
        if (string.IsNullOrEmpty(text) || !context.Engine.Has("1.41"))
        {
            return;
        }

        if (ContainerPlatform.TryParse(text, out var platform, out var error))
        {
            context.Parameters.Platform = platform.Resolve(ClientMachine.OperatingSystem, ClientMachine.Architecture);
        }
        else
        {
            context.Report(InvalidValue.Of("DOCKER_DEFAULT_PLATFORM", error.Sentence), DockerOptions.Platform);
        }
    }

    private static void ApplyStopTimeout(TranslationContext context)
    {
        if (context.Value<IntegerValue>(DockerOptions.StopTimeout) is not { } seconds)
        {
            return;
        }

        var longest = (long)TimeSpan.MaxValue.TotalSeconds;
        if (seconds.Value >= -longest && seconds.Value <= longest)
        {
            context.Parameters.StopTimeout = TimeSpan.FromSeconds(seconds.Value);
        }
        else
        {
            context.Extras.StopTimeoutSeconds = seconds.Value;
        }
    }

    private static void ApplyRestart(TranslationContext context)
    {
        var policy = context.Value<RestartPolicy>(DockerOptions.Restart) ?? RestartPolicy.No;
        var kind = policy.Name switch
        {
            "no" => RestartPolicyKind.No,
            "always" => RestartPolicyKind.Always,
            "on-failure" => RestartPolicyKind.OnFailure,
            "unless-stopped" => RestartPolicyKind.UnlessStopped,
            _ => RestartPolicyKind.Undefined,
        };
        context.Host.RestartPolicy = new global::Docker.DotNet.Models.RestartPolicy
        {
            Name = kind,
            MaximumRetryCount = policy.MaximumRetryCount,
        };
        context.Extras.RestartPolicyName = kind == RestartPolicyKind.Undefined ? policy.Name : null;
    }

    private static void ApplyCidFile(TranslationContext context)
    {
        var path = context.Text(DockerOptions.CidFile);
        context.Host.ContainerIDFile = path;
        if (path.Length == 0)
        {
            return;
        }

        var files = context.Client.GetFiles();
        if (files.Exists(path))
        {
            context.Report(FileNotUsable.CidFileExists(path), DockerOptions.CidFile);
        }
        else if (Path.EndsInDirectorySeparator(path))
        {
            context.Report(FileNotUsable.CidFileIsDirectory(path), DockerOptions.CidFile);
        }
        else if (
            Path.GetDirectoryName(path) is { Length: > 0 } folder
            && !files.Exists(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar)
        )
        {
            context.Report(FileNotUsable.CidFileWithoutDirectory(path, folder), DockerOptions.CidFile);
        }
    }
}
