namespace LaunchSdk.Docker.Tests.Oracle;

/// <summary>One way in which an older docker command does otherwise than the reference.</summary>
/// <param name="Kind">Who refuses: a constant of <see cref="OracleDifference"/>.</param>
/// <param name="Applies">The configurations that it is about.</param>
/// <param name="Reason">What changed.</param>
internal sealed record VersionDifference(string Kind, Func<OracleCase, bool> Applies, string Reason);
