using LaunchSdk.Settings;

namespace LaunchSdk.Commands;

/// <summary>Where one option of a command comes from.</summary>
/// <param name="Arguments">The option as docker gets it.</param>
/// <param name="Layer">The layer that set it: <c>queue</c> or <c>override</c>.</param>
/// <param name="Place">File, line and column; <c>code</c> for a setting made in C#.</param>
/// <param name="Replaces">The place of the queue's setting that the override replaced; null when there was none.</param>
/// <param name="Template">The text before macros and template variables were filled in; null when there were none.</param>
public sealed record OptionExplanation(IReadOnlyList<string> Arguments, string Layer, string Place, string? Replaces, string? Template)
{
    /// <summary>Explains each option of <paramref name="command"/>, in its order.</summary>
    public static IReadOnlyList<OptionExplanation> Explain(DockerRunRequest request, DockerRunCommand command)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        return [.. command.Options.Select(setting => Explain(request, setting))];
    }

    private static OptionExplanation Explain(DockerRunRequest request, OptionSetting setting)
    {
        var arguments = new List<string>();
        OptionArguments.Append(arguments, setting);
        var overriding = request.Override?.Settings.Find(setting.Option);
        var queued = request.Queue.Config.Settings.Find(setting.Option);
        var origin = (overriding ?? queued)!.Value;
        return new OptionExplanation(
            arguments,
            overriding is null ? "queue" : "override",
            PlaceOf(origin),
            overriding is not null && queued is { } replaced ? PlaceOf(replaced) : null,
            origin.Texts.SequenceEqual(setting.Texts) ? null : string.Join(" ", origin.Texts));
    }

    private static string PlaceOf(OptionSetting setting) => setting.Source.IsMissing
        ? "code"
        : $"{setting.Source.Document.Path}({setting.Source.Document.GetPosition(setting.Source.Range.Start)})";
}
