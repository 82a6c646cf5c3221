using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LaunchSdk.Docker.Tests.Oracle;

/// <summary>
/// What docker 29 would send in the place of a request of docker 28: a row for each place in the body, with what becomes of the value there
/// and why. Afterwards the requests have to be equal.
/// </summary>
internal static partial class RequestsOf28
{
    private const string SocketInContainer = "/var/run/docker.sock";

    private static readonly RequestChange[] Changes =
    [
        new(
            "NetworkingConfig.EndpointsConfig.*.IPAMConfig.IPv4Address",
            OnText(FourBytes),
            "29 sends ip in canonical form, and none that is IPv6"
        ),
        new("NetworkingConfig.EndpointsConfig.*.IPAMConfig.IPv6Address", OnText(SixteenBytes), "29 sends ip6 in canonical form, as IPv6"),
        new(
            "NetworkingConfig.EndpointsConfig.*.IPAMConfig.LinkLocalIPs",
            OnList(AnyAddress),
            "29 sends these in canonical form, and drops what is none"
        ),
        new("NetworkingConfig.EndpointsConfig.*.MacAddress", OnText(Mac), "29 sends a MAC address in canonical form"),
        new("HostConfig.Mounts.*", Socket, "29 mounts /var/run/docker.sock whatever the engine's address is"),
        new("HostConfig.PortBindings.*.*.HostIp", OnText(AnyAddress), "29 sends host addresses in canonical form"),
        new("ExposedPorts", LowerNames, "29 sends protocols in lower case"),
    ];

    /// <summary>Changes a request's body into that of docker 29.</summary>
    public static void Update(JsonObject body)
    {
        foreach (var change in Changes)
        {
            Apply(body, change.Path.Split('.'), change.Update);
        }
    }

    private static void Apply(JsonNode? node, ReadOnlySpan<string> path, Func<JsonNode, JsonNode?> update)
    {
        if (path is ["*", ..] && node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                if (path.Length > 1)
                {
                    Apply(items[i], path[1..], update);
                }
                else if (items[i] is { } item)
                {
                    items[i] = update(item.DeepClone());
                }
            }
        }
        else if (node is JsonObject members)
        {
            foreach (var name in path[0] == "*" ? [.. members.Select(static pair => pair.Key)] : (string[])[path[0]])
            {
                if (path.Length > 1)
                {
                    Apply(members[name], path[1..], update);
                }
                else if (members[name] is { } member)
                {
                    members[name] = update(member.DeepClone());
                }
            }
        }
    }

    private static Func<JsonNode, JsonNode?> OnText(Func<string, string?> update) =>
        node => (string)node! is { Length: > 0 } text ? JsonValue.Create(update(text)) : node;

    private static Func<JsonNode, JsonNode?> OnList(Func<string, string?> update) =>
        node => new JsonArray([
            .. node.AsArray().Select(item => update((string)item!)).OfType<string>().Select(static item => JsonValue.Create(item)),
        ]);

    private static JsonObject LowerNames(JsonNode node) =>
        new(node.AsObject().Select(static pair => KeyValuePair.Create(pair.Key.ToLowerInvariant(), pair.Value?.DeepClone())));

    private static JsonNode Socket(JsonNode mount)
    {
        if (
            (string?)mount["Target"] == SocketInContainer
            && ((string?)mount["Source"])?.EndsWith(".sock", StringComparison.Ordinal) == true
        )
        {
            mount["Source"] = SocketInContainer;
        }

        return mount;
    }

    private static string? FourBytes(string text) =>
        Parse(text) is { } address && (address.AddressFamily == AddressFamily.InterNetwork || address.IsIPv4MappedToIPv6)
            ? address.MapToIPv4().ToString()
            : null;

    private static string? SixteenBytes(string text) => Parse(text) is { } address ? Text(address.MapToIPv6()) : null;

    private static string? AnyAddress(string text) => Parse(text) is { } address ? Text(address) : null;

    // .NET writes some IPv4 addresses within IPv6 without dots.
    private static string Text(IPAddress address) => address.IsIPv4MappedToIPv6 ? $"::ffff:{address.MapToIPv4()}" : address.ToString();

    // .NET reads addresses that netip does not.
    private static IPAddress? Parse(string text) =>
        Address.IsMatch(text.Trim()) && IPAddress.TryParse(text.Trim(), out var address) ? address : null;

    private static string Mac(string text)
    {
        var digits = text.Trim().Replace(":", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return string.Join(
            ':',
            digits.Replace(".", "", StringComparison.Ordinal).ToLowerInvariant().Chunk(2).Select(static pair => new string(pair))
        );
    }

    [GeneratedRegex(@"^((0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Address { get; }
}
