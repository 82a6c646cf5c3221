using LaunchSdk.Agent.Status;

namespace LaunchSdk.Agent.Running;

/// <summary>The work of one agent, from its start to its end.</summary>
internal sealed class AgentRun
{
    public AgentRun(AgentParts parts) =>
        Board = new StatusBoard(new AgentStatus(parts.Options.Name, parts.Backend.Description, AgentPhase.Created, parts.Time.GetUtcNow()) { MaxJobs = parts.Options.MaxJobs }, parts.Time);

    public StatusBoard Board { get; }

    public Task RunAsync(CancellationToken cancellationToken)
    {
        Board.Complete();
        return Task.FromCanceled(cancellationToken);
    }

    public Task DrainAsync() => RunAsync(new CancellationToken(true));

    public Task CancelAsync() => DrainAsync();
}
