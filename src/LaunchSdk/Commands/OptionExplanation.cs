using LaunchSdk.Options;
using LaunchSdk.Settings;

namespace LaunchSdk.Commands;

/// <summary>Where one option of a command comes from.</summary>
/// <param name="Arguments">The option as docker gets it; values that may hold a secret as <c>NAME=***</c>.</param>
/// <param name="Layer">The layer that set it: <c>queue</c> or <c>override</c>.</param>
/// <param name="Place">File, line and column; <c>code</c> for a setting made in C#.</param>
/// <param name="Replaces">The place of the queue's setting that the override replaced; null when there was none.</param>
/// <param name="Template">The text before macros and template variables were filled in; null when there were none.</param>
public sealed record OptionExplanation(IReadOnlyList<string> Arguments, string Layer, string Place, string? Replaces, string? Template)
{
    /// <summary>Explains each option of <paramref name="command"/>, in its order.</summary>
    /// <param name="request">The request that the command was made of.</param>
    /// <param name="command">The command.</param>
    /// <returns>One explanation for each option.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> or <paramref name="command"/> is null.</exception>
    public static IReadOnlyList<OptionExplanation> Explain(DockerRunRequest request, DockerRunCommand command)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        return
        [
            .. command.Options.Select(
                (setting, index) =>
                    Explain(request, setting, command.Options.Take(index).Count(earlier => ReferenceEquals(earlier.Option, setting.Option)))
            ),
        ];
    }

    // A repeatable option may be set under two of its names; the layer that counts has as many settings of it as the command, in the same
    // order.
    private static OptionExplanation Explain(DockerRunRequest request, OptionSetting setting, int occurrence)
    {
        var arguments = new List<string>();
        OptionArguments.Append(arguments, setting.Shown);
        var overriding = SettingsOf(request.Override?.Settings, setting.Option);
        var queued = SettingsOf(request.Queue.Config.Settings, setting.Option);
        var origin = (overriding.Count > 0 ? overriding : queued)[occurrence];
        return new OptionExplanation(
            arguments,
            overriding.Count > 0 ? "override" : "queue",
            PlaceOf(origin),
            overriding.Count > 0 && queued.Count > 0 ? PlaceOf(queued[0]) : null,
            origin.Texts.SequenceEqual(setting.Texts) ? null : string.Join(" ", origin.ShownTexts)
        );
    }

    private static List<OptionSetting> SettingsOf(OptionSettings? settings, DockerOption option) =>
        settings is null ? [] : [.. settings.Where(setting => ReferenceEquals(setting.Option, option) && !setting.IsNull)];

    private static string PlaceOf(OptionSetting setting) =>
        setting.Source.IsMissing
            ? "code"
            : $"{setting.Source.Document.Path}({setting.Source.Document.GetPosition(setting.Source.Range.Start)})";
}
