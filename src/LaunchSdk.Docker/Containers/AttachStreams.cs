namespace LaunchSdk.Docker.Containers;

/// <summary>The streams of an attach request.</summary>
internal sealed record AttachStreams(bool Stdin, bool Stdout, bool Stderr, bool Tty, string? DetachKeys)
{
    /// <summary>
    /// Whether the end of the caller's input is told. For a container whose input stays open (not StdinOnce) it is not: the engine would
    /// only end this
    /// attachment, and with it what is still to come of the output.
    /// </summary>
    public bool TellsEndOfInput { get; init; } = true;

    /// <summary>Whether there is anything to attach to.</summary>
    public bool Any => Stdin || Stdout || Stderr;

    public string ToQuery() =>
        $"{Flag("stdin", Stdin)}{Flag("stdout", Stdout)}{Flag("stderr", Stderr)}{(DetachKeys is { Length: > 0 } keys ? $"&detachKeys={Uri.EscapeDataString(keys)}" : "")}";

    private static string Flag(string name, bool attached) => attached ? $"&{name}=1" : "";
}
