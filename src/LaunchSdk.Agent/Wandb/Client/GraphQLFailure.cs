using System.Net;

namespace LaunchSdk.Agent.Wandb.Client;

/// <summary>Which kind of failure GraphQL errors are: W&amp;B answers them with status 200 and a text, seldom with a code.</summary>
internal static class GraphQLFailure
{
    private static readonly string[] Denied =
    [
        "permission",
        "unauthorized",
        "unauthenticated",
        "forbidden",
        "not authorized",
        "not logged in",
        "invalid api key",
        "access denied",
    ];
    private static readonly string[] Missing = ["not found", "does not exist", "could not find", "no such", "not_found"];
    private static readonly string[] Passing =
    [
        "internal",
        "timeout",
        "timed out",
        "deadline",
        "unavailable",
        "try again",
        "temporar",
        "deadlock",
        "rate limit",
    ];

    /// <summary>401, 404, 500 or 400 (the request itself).</summary>
    public static HttpStatusCode Classify(IEnumerable<GraphQLError> errors)
    {
        var texts = errors.Select(error => $"{error?.Code} {error?.Message}").ToList();
        return Has(texts, Denied) ? HttpStatusCode.Unauthorized
            : Has(texts, Missing) ? HttpStatusCode.NotFound
            : Has(texts, Passing) ? HttpStatusCode.InternalServerError
            : HttpStatusCode.BadRequest;
    }

    private static bool Has(List<string> texts, string[] words) =>
        texts.Exists(text => Array.Exists(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
}
