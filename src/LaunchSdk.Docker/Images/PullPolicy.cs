namespace LaunchSdk.Docker.Images;

/// <summary>When a run pulls its image: docker's option <c>--pull</c>.</summary>
public enum PullPolicy
{
    /// <summary>When the engine does not have it (docker's default).</summary>
    Missing,

    /// <summary>Before each run.</summary>
    Always,

    /// <summary>Never; a missing image is an error.</summary>
    Never,
}
