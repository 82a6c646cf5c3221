using Docker.DotNet.Models;
using LaunchSdk.Options;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Values;
using NetworkAttachment = LaunchSdk.Values.NetworkAttachment;

namespace LaunchSdk.Docker.Translation;

/// <summary>Networks, ports, names and addresses.</summary>
internal sealed class NetworkingTranslation : ITranslationArea
{
    private const string DefaultNetwork = "default";
    private const string MacAddressFrom = "1.44";

    public IReadOnlyList<DockerOption> Options { get; } =
    [
        DockerOptions.Network,
        DockerOptions.NetworkAlias,
        DockerOptions.Ip,
        DockerOptions.Ip6,
        DockerOptions.LinkLocalIp,
        DockerOptions.MacAddress,
        DockerOptions.Link,
        DockerOptions.Publish,
        DockerOptions.PublishAll,
        DockerOptions.Expose,
        DockerOptions.AddHost,
        DockerOptions.Dns,
        DockerOptions.DnsOption,
        DockerOptions.DnsSearch,
    ];

    public void Apply(TranslationContext context)
    {
        var host = context.Host;
        host.PublishAllPorts = context.Options.IsOn(DockerOptions.PublishAll);
        host.Links = context.TextsOrNull(DockerOptions.Link)!;
        host.ExtraHosts = context.Values<HostMapping>(DockerOptions.AddHost).Select(mapping => $"{mapping.Host}:{mapping.Address}").ToList()
            is { Count: > 0 } hosts
            ? hosts
            : null!;
        host.DNS = [.. context.Values<IpAddressValue>(DockerOptions.Dns).Select(address => address.Normalized)];
        host.DNSOptions = context.Texts(DockerOptions.DnsOption);
        host.DNSSearch = [.. context.Values<DnsSearchDomain>(DockerOptions.DnsSearch).Select(domain => domain.Domain)];
        ApplyPorts(context);
        ApplyNetworks(context);
    }

    private static void ApplyPorts(TranslationContext context)
    {
        var exposed = new Dictionary<string, EmptyStruct>(StringComparer.Ordinal);
        var bindings = new Dictionary<string, IList<PortBinding>>(StringComparer.Ordinal);
        foreach (var port in context.Values<PortMapping>(DockerOptions.Publish).SelectMany(mapping => mapping.Bindings))
        {
            var name = port.Key;
            exposed[name] = default;
            if (!bindings.TryGetValue(name, out var sameName))
            {
                bindings[name] = sameName = [];
            }

            sameName.Add(new PortBinding { HostIP = port.HostAddress, HostPort = port.HostPort });
        }

        foreach (var expose in context.Values<ExposedPort>(DockerOptions.Expose))
        {
            for (var port = expose.First; port <= expose.Last; port++)
            {
                exposed[$"{port}/{expose.Protocol}"] = default;
            }
        }

        context.Parameters.ExposedPorts = exposed.Count > 0 ? exposed : null;
        context.Host.PortBindings = bindings;
    }

    private static void ApplyNetworks(TranslationContext context)
    {
        var networks = context.Values<NetworkAttachment>(DockerOptions.Network).ToList();
        var endpoints = new Dictionary<string, EndpointSettings>(StringComparer.Ordinal);
        context.Host.NetworkMode = networks.Count > 0 ? networks[0].Target : DefaultNetwork;
        context.Parameters.NetworkingConfig!.EndpointsConfig = endpoints;
        if (networks.Count == 0)
        {
            networks.Add(NetworkAttachment.Parse(DefaultNetwork));
            endpoints[DefaultNetwork] = new EndpointSettings();
        }

        for (var i = 0; i < networks.Count; i++)
        {
            // Options such as ip and network-alias belong to the first network.
            var endpoint = NetworkEndpoint.Translate(context, networks[i], isFirst: i == 0);
            if (endpoint is not null || networks.Count > 1)
            {
                endpoints[networks[i].Target] = endpoint ?? new EndpointSettings();
            }
        }

        // The option itself is reported by its version in the option table.
        if (
            !context.Engine.Has(MacAddressFrom)
            && context.Options.Find(DockerOptions.MacAddress) is null
            && endpoints.Values.Any(endpoint => endpoint.MacAddress.Length > 0)
        )
        {
            context.Report(
                NotSupportedByEngine.ByVersion("a MAC address of a network", MacAddressFrom, context.Engine.ApiVersion),
                DockerOptions.Network
            );
        }
    }
}
