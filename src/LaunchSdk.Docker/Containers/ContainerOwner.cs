using System.Diagnostics;
using System.Globalization;

namespace LaunchSdk.Docker.Containers;

/// <summary>The process that made a container.</summary>
/// <param name="Machine">The machine's name.</param>
/// <param name="ProcessId">The process's id on that machine.</param>
/// <param name="User">The user's name on that machine.</param>
public sealed record ContainerOwner(string Machine, int ProcessId, string User)
{
    /// <summary>This process.</summary>
    public static ContainerOwner Current { get; } = new(Environment.MachineName, Environment.ProcessId, Environment.UserName);

    /// <summary>
    /// Whether the process is known to be gone: it is of this machine, and no process has its id. An id that is in use again counts as
    /// alive.
    /// </summary>
    public bool IsGone
    {
        get
        {
            if (!string.Equals(Machine, Environment.MachineName, StringComparison.Ordinal))
            {
                return false;
            }

            try
            {
                using var process = Process.GetProcessById(ProcessId);
                return process.HasExited;
            }
            catch (ArgumentException)
            {
                return true;
            }
            catch (InvalidOperationException)
            {
                return true;
            }
        }
    }

    /// <summary>The label's text: <c>machine/process id/user</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Machine}/{ProcessId}/{User}");

    /// <summary>Reads a label's text; null when it is none.</summary>
    internal static ContainerOwner? Parse(string? text) =>
        text?.Split('/', 3) is [var machine, var process, var user]
        && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new ContainerOwner(machine, id, user)
            : null;
}
