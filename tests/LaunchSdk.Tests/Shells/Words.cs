namespace LaunchSdk.Tests.Shells;

/// <summary>Random arguments.</summary>
public sealed record Words(IReadOnlyList<string> Items)
{
    public override string ToString() => string.Join(" | ", Items);
}
