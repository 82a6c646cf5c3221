namespace LaunchSdk.Agent.Tests.Wandb.Emulator;

/// <summary>What the emulator does instead of answering.</summary>
public abstract record Fault
{
    /// <summary>A status, with a wait that is asked for.</summary>
    public sealed record Status(int Code, int? RetryAfterSeconds = null) : Fault;

    /// <summary>A status 200 with this text.</summary>
    public sealed record Body(string Text) : Fault;

    /// <summary>The connection is closed in the middle.</summary>
    public sealed record Reset : Fault;

    /// <summary>No answer until the caller gives up.</summary>
    public sealed record Hang : Fault;

    /// <summary>The operation is done, but its answer is lost.</summary>
    public sealed record LostAnswer : Fault;
}
