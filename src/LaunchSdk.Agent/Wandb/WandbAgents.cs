using System.Text.Json.Nodes;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Wandb.Client;

namespace LaunchSdk.Agent.Wandb;

/// <summary>
/// Agents as W&amp;B shows them: registered at their first look at a queue, then polling, running or killed. What is only shown never stops
/// a job.
/// </summary>
internal sealed class WandbAgents(GraphQLClient client, WandbOptions options, WandbQueues queues) : IDisposable
{
    private static readonly TimeSpan LongestLeave = TimeSpan.FromSeconds(5);

    private readonly Dictionary<(string Agent, string Queue), Registration> _registrations = [];
    private readonly SemaphoreSlim _gate = new(1, 1);
    private Task _showing = Task.CompletedTask;

    /// <summary>The id to pop with; null when the server wants this agent to stop polling.</summary>
    public async Task<string?> GetAsync(string agent, string queue, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_registrations.TryGetValue((agent, queue), out var registration))
            {
                registration = await RegisterAsync(agent, queue, cancellationToken).ConfigureAwait(false);
            }
            else if (options.TimeProvider.GetUtcNow() - registration.At >= options.Heartbeat)
            {
                registration =
                    await LookAsync(registration, cancellationToken).ConfigureAwait(false)
                    ?? await RegisterAsync(agent, queue, cancellationToken).ConfigureAwait(false);
            }

            _registrations[(agent, queue)] = registration;
            return registration.StopPolling ? null : registration.Id;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Shows whether an agent has jobs of a queue, in the background: nothing waits for what is only shown.</summary>
    public void Show(string agent, string queue, bool runs)
    {
        lock (_registrations)
        {
            if (_showing.IsCompleted)
            {
                _showing = ShowAsync(agent, queue, runs ? "RUNNING" : "POLLING");
            }
        }
    }

    /// <summary>Shows that the agents are gone.</summary>
    public async Task LeaveAsync()
    {
        using var deadline = new CancellationTokenSource(LongestLeave, options.TimeProvider);
        await _showing.WaitAsync(LongestLeave, options.TimeProvider).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await Task.WhenAll(_registrations.Values.Select(registration => TryUpdateAsync(registration.Id, "KILLED", deadline.Token)))
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The server is gone too; it sees the missing heartbeat.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task ShowAsync(string agent, string queue, string status)
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            if (
                _registrations.TryGetValue((agent, queue), out var registration)
                && registration.Status != status
                && await TryUpdateAsync(registration.Id, status, CancellationToken.None).ConfigureAwait(false)
            )
            {
                _registrations[(agent, queue)] = registration with { Status = status };
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<Registration> RegisterAsync(string agent, string queue, CancellationToken cancellationToken)
    {
        var definition = await queues.GetAsync(queue, cancellationToken).ConfigureAwait(false);
        var variables = queues.Variables();
        variables["queues"] = new JsonArray(definition.Id);
        variables["host"] = Environment.MachineName;
        variables["config"] = new JsonObject { ["agent"] = agent }.ToJsonString();
        variables["version"] = typeof(WandbAgents).Assembly.GetName().Version?.ToString(3);
        var created = await client
            .CallAsync("createLaunchAgent", Operations.CreateAgent, variables, WandbJson.Default.AgentCreatedPayload, cancellationToken)
            .ConfigureAwait(false);
        if (created?.LaunchAgentId is not { Length: > 0 } id)
        {
            throw new RunQueueUnavailableException($"W&B did not register an agent for the queue '{queue}'; it is tried again later");
        }

        var shown = await TryUpdateAsync(id, "POLLING", cancellationToken).ConfigureAwait(false);
        return new Registration(id, shown ? "POLLING" : null, false, options.TimeProvider.GetUtcNow());
    }

    /// <summary>Asks for the agent, which is its heartbeat too; null when the server does not know it any more.</summary>
    private async Task<Registration?> LookAsync(Registration registration, CancellationToken cancellationToken)
    {
        try
        {
            var node = await client
                .CallAsync(
                    "launchAgent",
                    Operations.Agent,
                    new JsonObject { ["id"] = registration.Id },
                    WandbJson.Default.AgentNode,
                    cancellationToken
                )
                .ConfigureAwait(false);
            return node is null
                ? null
                : registration with
                {
                    StopPolling = node.StopPolling == true,
                    At = options.TimeProvider.GetUtcNow(),
                };
        }
        catch (RunQueueNotFoundException)
        {
            return null;
        }
        catch (RunQueueRefusedException)
        {
            // A server that does not tell of agents still has jobs.
            return registration with { At = options.TimeProvider.GetUtcNow() };
        }
    }

    private async Task<bool> TryUpdateAsync(string id, string status, CancellationToken cancellationToken)
    {
        try
        {
            var variables = new JsonObject { ["id"] = id, ["status"] = status };
            await client
                .CallAsync("updateLaunchAgent", Operations.UpdateAgent, variables, WandbJson.Default.SuccessPayload, cancellationToken)
                .ConfigureAwait(false);
            return true;
        }
        catch (RunQueueException)
        {
            return false;
        }
    }

    private sealed record Registration(string Id, string? Status, bool StopPolling, DateTimeOffset At);
}
