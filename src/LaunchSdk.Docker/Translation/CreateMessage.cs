using System.Net;
using System.Text;
using Docker.DotNet;
using Docker.DotNet.Models;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Translation;

/// <summary>A create request as it goes over the wire.</summary>
/// <param name="QueryText">The query, encoded, with its question mark; empty for none.</param>
/// <param name="Body">The body: JSON, UTF-8.</param>
internal sealed record CreateMessage(string QueryText, byte[] Body)
{
    private static readonly AsyncLocal<CapturingHandler?> Current = new();
    private static readonly DockerClient Client = EngineClient.Create(new CurrentHandler(), apiVersion: null);

    /// <summary>The query, decoded.</summary>
    public IEnumerable<(string Name, string Value)> Query =>
        QueryText
            .TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(static pair => pair.Split('=', 2))
            .Select(static pair => (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])));

    /// <summary>What Docker.DotNet sends for the parameters. It keeps its serializer to itself, so its client sends to a handler that only looks.</summary>
    public static CreateMessage Capture(CreateContainerParameters parameters)
    {
        var handler = new CapturingHandler();
        Current.Value = handler;
        try
        {
            Client.Containers.CreateContainerAsync(parameters, CancellationToken.None).GetAwaiter().GetResult();
            return handler.Message!;
        }
        finally
        {
            Current.Value = null;
        }
    }

    /// <summary>One client serves all captures; each finds its own handler in the flow of its call.</summary>
    private sealed class CurrentHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Current.Value!.LookAsync(request, cancellationToken);
    }

    private sealed class CapturingHandler
    {
        public CreateMessage? Message { get; private set; }

        public async Task<HttpResponseMessage> LookAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            Message = new CreateMessage(request.RequestUri!.Query, body);
            return new HttpResponseMessage(HttpStatusCode.Created)
            {
                Content = new StringContent("""{"Id":"","Warnings":[]}""", Encoding.UTF8, "application/json"),
            };
        }
    }
}
