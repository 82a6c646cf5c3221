using System.Security.Cryptography;
using System.Text;

namespace LaunchSdk.Agent.Containers;

/// <summary>The labels by which an agent finds its jobs' containers again, beside those of every container of LaunchSdk's.</summary>
public static class AgentLabels
{
    /// <summary>The item's id.</summary>
    public const string Item = "dev.launchsdk.item";

    /// <summary>The agent's name.</summary>
    public const string Agent = "dev.launchsdk.agent";

    /// <summary>The token of the lease under which the container was made: two attempts at one item differ in it.</summary>
    public const string Attempt = "dev.launchsdk.attempt";

    /// <summary>The queue's name.</summary>
    public const string Queue = "dev.launchsdk.queue";

    /// <summary>The backend that the item is in, as the beginning of a hash: an item's id says nothing to another backend.</summary>
    public const string Backend = "dev.launchsdk.backend";

    /// <summary>The GPUs that the job has, with commas between; absent where it has none of the agent's.</summary>
    public const string Gpus = "dev.launchsdk.gpus";

    /// <summary><c>true</c> where the agent removes the container once its end was reported (option <c>rm</c>).</summary>
    public const string Remove = "dev.launchsdk.remove";

    private const int HashLength = 12;

    /// <summary>The value of <see cref="Backend"/> for a backend.</summary>
    internal static string BackendValue(string description) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(description)))[..HashLength];
}
