namespace LaunchSdk.Docker.Containers;

/// <summary>What came of the removal of a container that was seen as created and not started.</summary>
/// <param name="IsRemoved">Whether it is gone; where not, it runs or has ended.</param>
/// <param name="RanWith">The exit code, where it was started and ended in the moment before its removal; null where no process of it ever
/// ran.</param>
internal sealed record UnstartedRemoval(bool IsRemoved, int? RanWith = null);
