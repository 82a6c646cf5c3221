namespace LaunchSdk.Docker.Requests;

/// <summary>The networks of a new container.</summary>
public sealed class NetworkingConfig
{
    /// <summary>What is for each network, by the network's name or id.</summary>
    public IDictionary<string, EndpointSettings> EndpointsConfig { get; set; } =
        new Dictionary<string, EndpointSettings>(StringComparer.Ordinal);
}
