namespace LaunchSdk.Agent.Wandb;

/// <summary>A variable of the container's environment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record WandbVariable(string Name, string Value)
{
    /// <summary>Whether its value is a secret: kept out of logs, command lines and labels.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Without a secret's value.</summary>
    /// <returns><c>NAME=value</c>, or <c>NAME=***</c> for a secret.</returns>
    public override string ToString() => $"{Name}={(IsSecret ? "***" : Value)}";
}
