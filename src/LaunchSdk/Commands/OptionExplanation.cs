using LaunchSdk.Settings;

namespace LaunchSdk.Commands;

/// <summary>Where one option of a command comes from.</summary>
/// <param name="Arguments">The option as docker gets it; values that may hold a secret as <c>NAME=***</c>.</param>
/// <param name="Layer">The name of the layer that set it (<see cref="OptionLayer"/>).</param>
/// <param name="Place">File, line and column; <c>code</c> for a setting made in C#.</param>
/// <param name="Replaces">The place of an earlier layer's setting that it replaced; null when there was none.</param>
/// <param name="Template">The text before macros and template variables were filled in; null when there were none.</param>
public sealed record OptionExplanation(IReadOnlyList<string> Arguments, string Layer, string Place, string? Replaces, string? Template)
{
    /// <summary>Explains each option of a run, in its order.</summary>
    /// <param name="run">The run.</param>
    /// <returns>One explanation for each option.</returns>
    public static IReadOnlyList<OptionExplanation> Explain(LayeredRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return [.. run.Options.Select(Explain)];
    }

    private static OptionExplanation Explain(LayeredOption option)
    {
        var arguments = new List<string>();
        OptionArguments.Append(arguments, option.Setting.Shown);
        return new OptionExplanation(
            arguments,
            option.Layer.Name,
            PlaceOf(option.Origin),
            option.Replaced is { } replaced ? PlaceOf(replaced) : null,
            option.Origin.Texts.SequenceEqual(option.Setting.Texts) ? null : string.Join(" ", option.Origin.ShownTexts)
        );
    }

    private static string PlaceOf(OptionSetting setting) =>
        setting.Source.IsMissing
            ? "code"
            : $"{setting.Source.Document.Path}({setting.Source.Document.GetPosition(setting.Source.Range.Start)})";
}
