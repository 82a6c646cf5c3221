using System.Globalization;
using System.Net;
using System.Text.Json;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Containers;

/// <summary>The requests about one container, with the engine's errors as exceptions.</summary>
internal sealed class ContainerRequests(DockerEngine engine)
{
    /// <summary>What the engine knows of a container; null when it has none of that id or name.</summary>
    public async Task<(InspectAnswer? Container, DateTimeOffset? EngineTime)> InspectAsync(
        string container,
        CancellationToken cancellationToken
    )
    {
        using var response = await SendAsync(HttpMethod.Get, $"/containers/{Uri.EscapeDataString(container)}/json", cancellationToken)
            .ConfigureAwait(false);
        return response.StatusCode == HttpStatusCode.NotFound
            ? (null, response.Headers.Date)
            : (
                await Answers
                    .ReadAsync(
                        response,
                        $"looking at the container {Short(container)}",
                        ContainerJson.Default.InspectAnswer,
                        cancellationToken
                    )
                    .ConfigureAwait(false),
                response.Headers.Date
            );
    }

    /// <summary>All containers, ended ones too, that carry each of the labels: <c>name</c> or <c>name=value</c>.</summary>
    public async Task<IReadOnlyList<ListAnswer>> ListAsync(IEnumerable<string> labels, CancellationToken cancellationToken)
    {
        var filter = $"{{\"label\":[{string.Join(',', labels.Select(static label => $"\"{JsonEncodedText.Encode(label)}\""))}]}}";
        using var response = await SendAsync(
                HttpMethod.Get,
                $"/containers/json?all=1&filters={Uri.EscapeDataString(filter)}",
                cancellationToken
            )
            .ConfigureAwait(false);
        return await Answers
            .ReadListAsync(response, "listing containers", ContainerJson.Default.IReadOnlyListListAnswer, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Asks the engine to start a container.</summary>
    public async Task StartAsync(string id, string image, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Post, $"/containers/{id}/start", cancellationToken).ConfigureAwait(false);
        if (response.StatusCode >= HttpStatusCode.BadRequest)
        {
            var answer = await Answers.ReadErrorAsync(response, cancellationToken).ConfigureAwait(false);
            throw new ContainerStartException(
                image,
                answer.Message,
                null,
                EngineFault.Find($"starting the container {Short(id)}", response.StatusCode, answer)
            )
            {
                Status = response.StatusCode,
            };
        }

        await Answers
            .CheckDoneAsync(response, $"starting the container {Short(id)}", cancellationToken, HttpStatusCode.NotModified)
            .ConfigureAwait(false);
    }

    /// <summary>
    /// The stop signal, and the kill after the stop timeout; both are the container's own unless given. Returns when it has stopped, is
    /// gone or was not running.
    /// </summary>
    public async Task StopAsync(string id, int? seconds, CancellationToken cancellationToken)
    {
        var query = seconds is { } given ? $"?t={given}" : "";
        using var response = await SendAsync(HttpMethod.Post, $"/containers/{id}/stop{query}", cancellationToken).ConfigureAwait(false);
        await Answers
            .CheckDoneAsync(
                response,
                $"stopping the container {Short(id)}",
                cancellationToken,
                HttpStatusCode.NotModified,
                HttpStatusCode.NotFound
            )
            .ConfigureAwait(false);
    }

    /// <summary>Sends a signal. A container that is gone or not running is no error.</summary>
    public async Task KillAsync(string id, string signal, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(
                HttpMethod.Post,
                $"/containers/{id}/kill?signal={Uri.EscapeDataString(signal)}",
                cancellationToken
            )
            .ConfigureAwait(false);
        await Answers
            .CheckDoneAsync(
                response,
                $"sending {signal} to the container {Short(id)}",
                cancellationToken,
                HttpStatusCode.NotFound,
                HttpStatusCode.Conflict
            )
            .ConfigureAwait(false);
    }

    /// <summary>Tells a container's terminal its size. A container that has ended or has no terminal is no error.</summary>
    public async Task ResizeAsync(string id, int columns, int rows, CancellationToken cancellationToken)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"h={rows}&w={columns}");
        using var response = await SendAsync(HttpMethod.Post, $"/containers/{id}/resize?{size}", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Removes a container with its anonymous volumes, killing its process where it runs. One that is gone, or that the engine removes
    /// already, is no error.
    /// </summary>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Delete, $"/containers/{id}?force=1&v=1", cancellationToken).ConfigureAwait(false);
        await Answers
            .CheckDoneAsync(
                response,
                $"removing the container {Short(id)}",
                cancellationToken,
                HttpStatusCode.NotFound,
                HttpStatusCode.Conflict
            )
            .ConfigureAwait(false);
    }

    /// <summary>
    /// Removes a container with its anonymous volumes unless it runs; false where the engine refuses, because it runs or is on its way. One
    /// that is gone is no error.
    /// </summary>
    public async Task<bool> TryRemoveAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Delete, $"/containers/{id}?v=1", cancellationToken).ConfigureAwait(false);
        await Answers
            .CheckDoneAsync(
                response,
                $"removing the container {Short(id)}",
                cancellationToken,
                HttpStatusCode.NotFound,
                HttpStatusCode.Conflict
            )
            .ConfigureAwait(false);
        return response.StatusCode != HttpStatusCode.Conflict;
    }

    /// <summary>The beginning of an id, as docker shows it; a name as it is.</summary>
    public static string Short(string container) => container.Length == 64 ? container[..12] : container;

    private EngineAnswers Answers => engine.Transport.Answers;

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, CancellationToken cancellationToken) =>
        engine.Transport.SendAsync(method, engine.Path(path), cancellationToken);
}
