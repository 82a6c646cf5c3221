namespace LaunchSdk.Docker.Connection;

/// <summary>Which bound is for which request. One that is not named here is answered at once.</summary>
/// <param name="timeouts">The lengths.</param>
internal sealed class RequestBounds(EngineTimeouts timeouts)
{
    /// <summary>Builds, also those through a docker command.</summary>
    public WaitBound Build => new(timeouts.Build, nameof(EngineTimeouts.Build));

    private WaitBound Request => new(timeouts.Request, nameof(EngineTimeouts.Request));

    private WaitBound Work => new(timeouts.Work, nameof(EngineTimeouts.Work));

    private WaitBound Transfer => new(timeouts.Transfer, nameof(EngineTimeouts.Transfer));

    /// <summary>The bounds of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>One from the request to the head of its answer, and one for each part of the body.</returns>
    public (WaitBound Head, WaitBound Body) Of(HttpRequestMessage request)
    {
        var target = (request.RequestUri?.OriginalString ?? "").Split('?', 2);
        string[] path = [.. target[0].Split('/', StringSplitOptions.RemoveEmptyEntries).SkipWhile(IsVersion)];
        return (request.Method.Method, path) switch
        {
            ("POST", ["containers", "create"] or ["containers", _, "start"]) => (Work, Request),
            ("DELETE", ["containers", _]) => (Work, Request),
            ("GET", ["distribution", ..]) => (Work, Request),
            ("GET", ["containers", _, "logs"]) => (Request, IsFollowing(target) ? WaitBound.None : Work),
            // The head says that the engine watches.
            ("POST", ["containers", _, "wait"]) => (Request, WaitBound.None),
            // Its caller knows the stop timeout.
            ("POST", ["containers", _, "stop"]) => (WaitBound.None, Request),
            ("POST", ["images", "create"] or ["images", .., "push"]) => (Transfer, Transfer),
            ("POST", ["build"]) => (Build, Build),
            _ => (Request, Request),
        };
    }

    private static bool IsVersion(string segment) => segment is ['v', >= '0' and <= '9', ..];

    private static bool IsFollowing(string[] target) =>
        target.Length > 1 && target[1].Split('&').Any(static pair => pair is "follow=1" or "follow=true");
}
