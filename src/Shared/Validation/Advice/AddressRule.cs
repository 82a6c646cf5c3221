using LaunchSdk.Options;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Settings;
using LaunchSdk.Values;

namespace LaunchSdk.Validation.Advice;

/// <summary>An address of the container's own exists only in a network that the user made; docker passes it on and the engine refuses.</summary>
internal static class AddressRule
{
    /// <summary>Reports <c>ip</c> and <c>ip6</c> beside no network, or one of docker's own.</summary>
    public static void Check(OptionSettings settings, IAdviceTarget advice)
    {
        var first = settings.AllTexts(DockerOptions.Network).FirstOrDefault();
        if (
            first is not null
            && (TemplateText.IsTemplate(first) || !NetworkAttachment.TryParse(first, out var network, out _) || network.IsUserDefined)
        )
        {
            return;
        }

        foreach (var option in new[] { DockerOptions.Ip, DockerOptions.Ip6 })
        {
            if (settings.Find(option) is { Text.Length: > 0 } setting)
            {
                advice.Add(AddressWithoutNetwork.Of(setting.Name, first), setting);
            }
        }
    }
}
