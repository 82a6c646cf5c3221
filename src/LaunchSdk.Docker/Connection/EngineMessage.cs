using System.Text.Json;
using Docker.DotNet;

namespace LaunchSdk.Docker.Connection;

/// <summary>The engine's own words, out of the body of its error answers: <c>{"message":"..."}</c>.</summary>
internal static class EngineMessage
{
    public static string FromBody(string? body)
    {
        if (string.IsNullOrWhiteSpace(body))
        {
            return "the engine gave no reason";
        }

        try
        {
            return JsonSerializer.Deserialize(body, EngineJson.Default.ErrorAnswer)?.Message is { Length: > 0 } message ? message : body.Trim();
        }
        catch (JsonException)
        {
            // A proxy between here and the engine answers in HTML or plain text.
            return body.Trim();
        }
    }

    public static string Of(DockerApiException exception) => FromBody(exception.ResponseBody);
}
