using System.ComponentModel;
using System.Globalization;
using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Agent.Hooks;

/// <summary>Runs a hook to its end.</summary>
internal static class HookRunner
{
    private const int LongestOutput = 4096;

    /// <summary>Runs a hook; null when it succeeded, else what went wrong, with the end of its output.</summary>
    public static async Task<string?> RunAsync(JobHook hook, IReadOnlyDictionary<string, string?> variables, TimeProvider time, CancellationToken cancellationToken)
    {
        var path = hook.Program.Contains(Path.DirectorySeparatorChar) ? hook.Program : ClientProgram.Find(hook.Program, Environment.GetEnvironmentVariable);
        if (path is null || !File.Exists(path))
        {
            return $"the hook {hook.Program} was not found: give its path";
        }

        using var deadline = new LinkedDeadline(hook.Timeout, time, cancellationToken);
        try
        {
            using var process = ClientProgram.Start(path, hook.Arguments, variables);
            try
            {
                process.StandardInput.Close();
                var errors = ReadEndAsync(process.StandardError, deadline.Token);
                var output = await ReadEndAsync(process.StandardOutput, deadline.Token).ConfigureAwait(false) + await errors.ConfigureAwait(false);
                await process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
                return process.ExitCode == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"the hook {hook.Program} ended with exit code {process.ExitCode}: {output.Trim()}");
            }
            finally
            {
                ClientProgram.EndAll(process);
            }
        }
        catch (Win32Exception e)
        {
            return $"the hook {hook.Program} could not be started: {e.Message}";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return string.Create(CultureInfo.InvariantCulture, $"the hook {hook.Program} did not end within {hook.Timeout.TotalSeconds} s, and was killed");
        }
    }

    private static async Task<string> ReadEndAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var (buffer, end) = (new char[LongestOutput], "");
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            end += new string(buffer, 0, read);
            end = end.Length > LongestOutput ? end[^LongestOutput..] : end;
        }

        return end;
    }
}
