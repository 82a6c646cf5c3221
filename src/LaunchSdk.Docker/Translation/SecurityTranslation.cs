using System.Text.Json;
using LaunchSdk.Options;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Translation;

/// <summary>Capabilities, security options and namespaces.</summary>
internal sealed class SecurityTranslation : ITranslationArea
{
    private const string UnconfinedSystemPaths = "systempaths=unconfined";

    public IReadOnlyList<DockerOption> Options { get; } =
    [
        DockerOptions.CapAdd,
        DockerOptions.CapDrop,
        DockerOptions.Privileged,
        DockerOptions.SecurityOpt,
        DockerOptions.Userns,
        DockerOptions.Cgroupns,
        DockerOptions.Ipc,
        DockerOptions.Pid,
        DockerOptions.Uts,
        DockerOptions.Isolation,
        DockerOptions.Sysctl,
    ];

    public void Apply(TranslationContext context)
    {
        var host = context.Host;
        host.CapAdd = Capabilities(context, DockerOptions.CapAdd)!;
        host.CapDrop = Capabilities(context, DockerOptions.CapDrop)!;
        host.Privileged = context.Options.IsOn(DockerOptions.Privileged);
        host.UsernsMode = context.Text(DockerOptions.Userns);
        host.CgroupnsMode = context.Text(DockerOptions.Cgroupns);
        host.IpcMode = context.Text(DockerOptions.Ipc);
        host.PidMode = context.Text(DockerOptions.Pid);
        host.UTSMode = context.Text(DockerOptions.Uts);
        host.Isolation = context.Text(DockerOptions.Isolation);
        host.Sysctls = ProcessTranslation.KeyValues(context, DockerOptions.Sysctl);
        ApplySecurityOptions(context);
    }

    private static void ApplySecurityOptions(TranslationContext context)
    {
        var host = context.Host;
        var options = new List<string>();
        foreach (var option in context.Values<SecurityOption>(DockerOptions.SecurityOpt))
        {
            if (option.Text == UnconfinedSystemPaths)
            {
                host.MaskedPaths = [];
                host.ReadonlyPaths = [];
            }
            else
            {
                options.Add(
                    option.Key == "seccomp" && option.Value is not ("unconfined" or "builtin")
                        ? SeccompProfile(context, option)
                        : option.Text
                );
            }
        }

        host.SecurityOpt = options.Count > 0 ? options : null!;
    }

    private static string SeccompProfile(TranslationContext context, SecurityOption option)
    {
        try
        {
            return "seccomp=" + CompactJson.Compact(context.Client.GetFiles().Read(option.Value!));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            context.Report(FileNotUsable.SeccompProfile(option.Value, FileFailure.Reason(failure)), DockerOptions.SecurityOpt);
            return option.Text;
        }
    }

    private static List<string>? Capabilities(TranslationContext context, DockerOption option)
    {
        var names = new SortedSet<string>(
            context.Values<Capability>(option).Select(capability => capability.NormalizedName),
            StringComparer.Ordinal
        );
        return names.Count > 0 ? [.. names] : null;
    }
}
