using System.Text.Json;

namespace LaunchSdk.Docker.Connection;

/// <summary>What an answer that is an error says.</summary>
/// <param name="Message">The engine's own words, out of <c>{"message":"..."}</c>; where something else answered, what that sent.</param>
/// <param name="IsEngines">Whether they are the engine's.</param>
internal readonly record struct EngineMessage(string Message, bool IsEngines)
{
    /// <summary>Reads the body of an error.</summary>
    /// <param name="endpoint">Where it came from.</param>
    /// <param name="asked">The question, such as <c>GET /v1.50/info</c>.</param>
    /// <param name="status">The status.</param>
    /// <param name="body">The body.</param>
    public static EngineMessage Read(EngineEndpoint endpoint, string asked, int status, string body)
    {
        if (string.IsNullOrWhiteSpace(body))
        {
            return new EngineMessage($"the engine answered {status} and gave no reason", IsEngines: true);
        }

        return Find(body) is { } message
            ? new EngineMessage(AnswerText.Show(message, AnswerText.LongestMessage), IsEngines: true)
            : new EngineMessage(
                $"{endpoint.Host} answered {asked} with {status}, and not in the words of a Docker Engine: '{AnswerText.Show(body, AnswerText.LongestQuote)}'",
                IsEngines: false
            );
    }

    private static string? Find(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, EngineJson.Default.ErrorAnswer)?.Message is { Length: > 0 } message ? message : null;
        }
        catch (JsonException)
        {
            // A proxy between here and the engine answers in HTML or plain text.
            return null;
        }
    }
}
