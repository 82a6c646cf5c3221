namespace LaunchSdk.Docker.Tests.Oracle;

/// <summary>One way in which an older docker command does otherwise than the reference.</summary>
/// <param name="Kind">Who refuses, or that the requests differ: a constant of <see cref="OracleDifference"/>.</param>
/// <param name="Applies">The configurations that it is about.</param>
/// <param name="Reason">What changed.</param>
/// <param name="Path">For a request, where in the body; else empty.</param>
internal sealed record VersionDifference(string Kind, Func<OracleCase, bool> Applies, string Reason, string Path = "");
