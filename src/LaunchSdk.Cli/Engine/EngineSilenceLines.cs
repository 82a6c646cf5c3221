using LaunchSdk.Docker;

namespace LaunchSdk.Cli.Engine;

/// <summary>Says on stderr that an engine does not answer, and that it does again.</summary>
/// <param name="error">Standard error.</param>
internal sealed class EngineSilenceLines(TextWriter error) : IProgress<EngineSilence>
{
    /// <inheritdoc/>
    public void Report(EngineSilence value) =>
        error.WriteLine(
            value.IsOver
                ? $"launch: the Docker Engine at {value.Host} answers again, after {value.Length.TotalSeconds:0} s"
                : $"launch: the Docker Engine at {value.Host} has not answered for {value.Length.TotalSeconds:0} s; still asking it"
        );
}
