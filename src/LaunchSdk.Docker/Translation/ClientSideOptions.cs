using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Translation;

/// <summary>Options that never reach the create request; the option table has the reason of each.</summary>
internal static class ClientSideOptions
{
    /// <summary>All of them, except cidfile, whose path docker also sends.</summary>
    public static IReadOnlyList<DockerOption> All { get; } = [.. DockerOptions.All.Where(option => option.ClientSideReason is not null)];

    /// <summary>Reports client-side options that LaunchSdk cannot honour.</summary>
    public static void Check(TranslationContext context)
    {
        var isTrustWanted = context.Options.Find(DockerOptions.DisableContentTrust)?.Flag is { } disabled
            ? !disabled
            : IsTrue(context.Client.Environment("DOCKER_CONTENT_TRUST"));

        // A digest is its own proof; docker asks no Notary server about it either.
        if (isTrustWanted && context.Image.Digest is null && !context.Image.IsId)
        {
            context.Report(
                ProblemRules.Conflict,
                DockerOptions.DisableContentTrust,
                "'disable-content-trust: false' (or DOCKER_CONTENT_TRUST) asks for a Notary server, a service that docker has ended: drop it, and pin the image by its digest");
        }
    }

    private static bool IsTrue(string? text) => text is not null && GoBool.TryParse(text, out var value) && value;
}
