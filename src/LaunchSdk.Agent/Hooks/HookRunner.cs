using System.ComponentModel;
using System.Globalization;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Agent.Hooks;

/// <summary>Runs a hook to its end.</summary>
internal static class HookRunner
{
    private const int LongestOutput = 4096;

    /// <summary>Runs a hook; null when it succeeded, else what went wrong, with the end of its output.</summary>
    public static async Task<string?> RunAsync(
        JobHook hook,
        IReadOnlyDictionary<string, string?> variables,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var path = hook.Program.Contains(Path.DirectorySeparatorChar)
            ? hook.Program
            : ClientProgram.Find(hook.Program, Environment.GetEnvironmentVariable);
        if (path is null || !File.Exists(path))
        {
            return $"the hook {hook.Program} was not found: give its path";
        }

        using var deadline = new LinkedDeadline(hook.Timeout, time, cancellationToken);
        try
        {
            var result = await ProgramRun.RunAsync(path, hook.Arguments, variables, null, "", deadline.Token).ConfigureAwait(false);
            return result.Code == 0
                ? null
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"the hook {hook.Program} ended with exit code {result.Code}: {(End(result.Output) + End(result.Errors)).Trim()}"
                );
        }
        catch (Win32Exception e)
        {
            return $"the hook {hook.Program} could not be started: {e.Message}";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"the hook {hook.Program} did not end within {hook.Timeout.TotalSeconds} s, and was killed"
            );
        }
    }

    private static string End(string text) => text[Math.Max(0, text.Length - LongestOutput)..];
}
