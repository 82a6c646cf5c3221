namespace LaunchSdk.Agent.Devices;

/// <summary>A GPU that jobs may have.</summary>
/// <param name="Id">What the engine is given.</param>
/// <param name="OtherId">A second name that a queue may use for it, such as its UUID; null for none.</param>
internal sealed record GpuDevice(string Id, string? OtherId = null)
{
    public bool Is(string id) => id == Id || id == OtherId;
}
