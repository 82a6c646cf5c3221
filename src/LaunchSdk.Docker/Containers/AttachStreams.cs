namespace LaunchSdk.Docker.Containers;

/// <summary>The streams of an attach request.</summary>
internal sealed record AttachStreams(bool Stdin, bool Stdout, bool Stderr, bool Tty, string? DetachKeys)
{
    /// <summary>Whether there is anything to attach to.</summary>
    public bool Any => Stdin || Stdout || Stderr;

    public string ToQuery() => $"{Flag("stdin", Stdin)}{Flag("stdout", Stdout)}{Flag("stderr", Stderr)}{(DetachKeys is { Length: > 0 } keys ? $"&detachKeys={Uri.EscapeDataString(keys)}" : "")}";

    private static string Flag(string name, bool attached) => attached ? $"&{name}=1" : "";
}
