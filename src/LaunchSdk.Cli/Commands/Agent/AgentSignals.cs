using System.Runtime.InteropServices;
using LaunchSdk.Agent;
using LaunchSdk.Cli.Signals;

namespace LaunchSdk.Cli.Commands.Agent;

/// <summary>
/// What signals do to an agent. The first Ctrl-C or SIGTERM drains it: its jobs go on to their end, it takes no more. The second cancels:
/// its jobs are stopped. The third, and a SIGHUP at any time, detaches: the agent ends at once, containers go on, and the next agent of
/// its name takes them over.
/// </summary>
internal sealed class AgentSignals : IDisposable
{
    // For detaching, by which the agent ends itself.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(400);

    private readonly EndingSignals _signals;
    private readonly LaunchAgent _agent;
    private readonly CancellationTokenSource _leave;

    private AgentSignals(LaunchAgent agent, CancellationTokenSource leave, TextWriter error)
    {
        _agent = agent;
        _leave = leave;
        _signals = new EndingSignals(error, static () => "its containers go on, and the next agent of its name takes them over")
        {
            Grace = Grace,
        };
    }

    /// <summary>Takes over the process's signals until disposed.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="leave">Is cancelled to detach.</param>
    /// <param name="error">Standard error.</param>
    public static AgentSignals Start(LaunchAgent agent, CancellationTokenSource leave, TextWriter error)
    {
        var signals = new AgentSignals(agent, leave, error);
        signals._signals.OnEnding(PosixSignal.SIGINT, signals.End);
        signals._signals.OnEnding(PosixSignal.SIGTERM, signals.End);
        signals._signals.On(PosixSignal.SIGHUP, leave.Cancel);
        return signals;
    }

    /// <inheritdoc/>
    public void Dispose() => _signals.Dispose();

    // The agent's own run reports what goes wrong; nothing waits for these.
    private void End(int count)
    {
        switch (count)
        {
            case 1:
                _ = _agent.DrainAsync();
                break;
            case 2:
                _ = _agent.CancelAsync();
                break;
            default:
                _leave.Cancel();
                break;
        }
    }
}
