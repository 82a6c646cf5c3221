using Docker.DotNet.Models;

namespace LaunchSdk.Docker.Translation;

/// <summary>The request that creates a container: POST /containers/create, as docker's command line would send it.</summary>
public sealed class CreateRequest
{
    internal CreateRequest(CreateContainerParameters parameters, CreateRequestExtras extras)
    {
        Parameters = parameters;
        Extras = extras;
    }

    /// <summary>The body, and in <c>Name</c> and <c>Platform</c> the query.</summary>
    public CreateContainerParameters Parameters { get; }

    /// <summary>What the body holds beyond what <see cref="Parameters"/> can express.</summary>
    internal CreateRequestExtras Extras { get; }

    /// <summary><c>{"query":{...},"body":{...}}</c>, for a person or a test.</summary>
    public string ToJson() => CreateRequestJson.Render(this);
}
