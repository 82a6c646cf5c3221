namespace LaunchSdk.Docker.Connection;

/// <summary>An answer of the engine that may lack what it must have: JSON that has the right shape by chance, or by intention.</summary>
internal interface IEngineAnswer
{
    /// <summary>Whether it has all that is used without another look.</summary>
    bool IsWhole { get; }
}
