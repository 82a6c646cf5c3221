using System.Text.RegularExpressions;

namespace LaunchSdk.Docker.Containers;

/// <summary>Who has the name that a container cannot get.</summary>
internal static partial class NameConflict
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Advice that names the other container: its id, its image and LaunchSdk's labels; without them where the engine does not tell.
    /// </summary>
    public static async Task<string> AdviseAsync(DockerEngine engine, string name, string engineMessage)
    {
        var advice = $"Choose another name than '{name}', or remove the container that has it";
        if (OtherContainer().Match(engineMessage) is not { Success: true } match)
        {
            return advice;
        }

        using var deadline = new CancellationTokenSource(Longest, engine.TimeProvider);
        try
        {
            if (
                (await new ContainerRequests(engine).InspectAsync(match.Groups[1].Value, deadline.Token).ConfigureAwait(false)).Container
                is not { } other
            )
            {
                return advice;
            }

            var labels = (other.Config.Labels ?? new Dictionary<string, string>())
                .Where(static label => label.Key.StartsWith("dev.launchsdk.", StringComparison.Ordinal))
                .Select(static label => $"{label.Key}={label.Value}")
                .Order(StringComparer.Ordinal)
                .ToArray();
            var owner = labels.Length == 0 ? "which LaunchSdk did not make" : string.Join(", ", labels);
            return $"{advice}: {ContainerRequests.Short(other.Id)} from {other.Config.Image}, {other.State.Status}, {owner}";
        }
        catch (Exception e) when (e is DockerEngineException or OperationCanceledException)
        {
            // It may have gone meanwhile.
            return advice;
        }
    }

    [GeneratedRegex("already in use by container \"?([0-9a-f]{12,64})")]
    private static partial Regex OtherContainer();
}
