using LaunchSdk.Cli.Tests.Agents;

namespace LaunchSdk.Cli.Tests.Signals;

/// <summary>Three signals in a row.</summary>
internal static class ThirdSignal
{
    /// <summary>The exit code of the tool is that of the one that came last; they may overtake each other.</summary>
    public static readonly int[] ExitCodes = [129, 130, 143];

    /// <summary>Sends them. Each is of another kind: three of one kind may reach a process as fewer.</summary>
    public static async Task SendAsync(ToolProcess process)
    {
        await process.SignalAsync("INT");
        await process.SignalAsync("TERM");
        await process.SignalAsync("HUP");
    }
}
