using LaunchSdk.Agent;
using LaunchSdk.Cli.Output;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Commands.Agent;

/// <summary>An agent's work in plain lines, one for each change: where the output is no terminal.</summary>
internal static class AgentLines
{
    /// <summary>Writes lines until the agent has ended.</summary>
    public static Task ShowAsync(LaunchAgent agent, AgentWriter output)
    {
        // Listened to from here on, not from the first step of the loop.
        var changes = agent.ChangesAsync();
        return WriteAsync();

        async Task WriteAsync()
        {
            await foreach (var change in changes.ConfigureAwait(false))
            {
                output.WriteLine($"{PlainTime.Of(change.At)} {PrintableText.FirstLine(change.Message)}");
            }
        }
    }
}
