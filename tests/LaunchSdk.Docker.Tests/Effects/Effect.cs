namespace LaunchSdk.Docker.Tests.Effects;

/// <summary>What a container left behind.</summary>
internal sealed record Effect(string Id, int? ExitCode, string Stdout, string Stderr)
{
    /// <summary>The lines of standard output, without the spaces at their ends.</summary>
    public IReadOnlyList<string> Lines => [.. Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim())];
}
