using LaunchSdk.Agent;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Tool;
using Spectre.Console;

namespace LaunchSdk.Cli.Commands.Agent;

/// <summary>
/// The live view of an agent on a terminal: drawn again with each change, and each second for the times in it. Its last picture stays.
/// </summary>
internal static class AgentScreen
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    // W&B counts requests: the numbers of waiting jobs are asked for seldom.
    private static readonly TimeSpan CountsAge = TimeSpan.FromSeconds(5);

    /// <summary>Draws until the agent has ended.</summary>
    public static Task ShowAsync(LaunchAgent agent, IRunQueueReader backend, ToolConsole console)
    {
        var changes = agent.ChangesAsync();
        var terminal = LiveTerminal.Create(console.Out);
        return terminal
            .Live(AgentView.Render(agent.Status, []))
            .AutoClear(false)
            .StartAsync(context => DrawAsync(context, agent, backend, changes));
    }

    private static async Task DrawAsync(
        LiveDisplayContext context,
        LaunchAgent agent,
        IRunQueueReader backend,
        IAsyncEnumerable<AgentChange> changes
    )
    {
        var counts = new QueueCounts(backend, CountsAge);
        var reader = changes.GetAsyncEnumerator();
        await using var disposal = reader.ConfigureAwait(false);
        var next = reader.MoveNextAsync().AsTask();
        while (true)
        {
            context.UpdateTarget(AgentView.Render(agent.Status, await counts.ReadAsync().ConfigureAwait(false)));
            context.Refresh();
            await Task.WhenAny(next, Task.Delay(Tick, TimeProvider.System)).ConfigureAwait(false);
            if (!next.IsCompleted)
            {
                continue;
            }

            if (!await next.ConfigureAwait(false))
            {
                break;
            }

            next = reader.MoveNextAsync().AsTask();
        }

        context.UpdateTarget(AgentView.Render(agent.Status, await counts.ReadAsync().ConfigureAwait(false)));
        context.Refresh();
    }
}
