using System.Net;
using System.Text;
using Docker.DotNet.Models;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Containers;

/// <summary><c>POST /containers/create</c> as the engine gets it, for showing: no engine is asked.</summary>
/// <param name="Query">The decoded query, such as the container's name.</param>
/// <param name="Body">The body, JSON text.</param>
public sealed record ContainerCreateRequest(IReadOnlyDictionary<string, string> Query, string Body)
{
    /// <summary>Writes parameters as a run would send them, byte for byte.</summary>
    /// <param name="parameters">The parameters of the container.</param>
    public static ContainerCreateRequest From(CreateContainerParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        // Docker.DotNet keeps its serializer to itself, so its client sends to a handler that only looks.
        using var handler = new CapturingHandler();
        using var client = EngineClient.Create(handler, apiVersion: null);
        client.Containers.CreateContainerAsync(parameters, CancellationToken.None).GetAwaiter().GetResult();
        return handler.Request!;
    }

    private static Dictionary<string, string> ParseQuery(string query) => query
        .TrimStart('?')
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(static pair => pair.Split('=', 2))
        .ToDictionary(static pair => Uri.UnescapeDataString(pair[0]), static pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);

    private sealed class CapturingHandler : HttpMessageHandler
    {
        public ContainerCreateRequest? Request { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            Request = new ContainerCreateRequest(ParseQuery(request.RequestUri!.Query), body);
            return new HttpResponseMessage(HttpStatusCode.Created) { Content = new StringContent("""{"Id":"","Warnings":[]}""", Encoding.UTF8, "application/json") };
        }
    }
}
