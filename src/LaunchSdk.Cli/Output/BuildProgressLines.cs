using LaunchSdk.Docker.Building;

namespace LaunchSdk.Cli.Output;

/// <summary>Prints what a build does, a line a message; the bytes of transfers are left out.</summary>
internal sealed class BuildProgressLines(TextWriter writer) : IProgress<ImageBuildProgress>
{
    /// <inheritdoc/>
    public void Report(ImageBuildProgress value)
    {
        if (value.Current is null && value.Phase != ImageBuildPhase.Done)
        {
            writer.WriteLine(Format(value));
        }
    }

    /// <summary>A message as a line.</summary>
    public static string Format(ImageBuildProgress value) => value.Phase switch
    {
        ImageBuildPhase.Step when value.Step is { } step => $"[{step.ToString(System.Globalization.CultureInfo.InvariantCulture)}/{value.StepCount?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"}] {value.Text}",
        ImageBuildPhase.Output => $"    {value.Text}",
        _ => value.Layer is { } layer ? $"{layer}: {value.Text}" : value.Text,
    };
}
