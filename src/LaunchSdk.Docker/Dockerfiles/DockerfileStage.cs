namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>One stage of a Dockerfile: a <c>FROM</c> and what follows it.</summary>
/// <param name="Index">The stage's number, from 0.</param>
/// <param name="Name">The name after <c>AS</c>, in lower case; null for none.</param>
/// <param name="From">What follows <c>FROM</c>, before build arguments are filled in: an image, <c>scratch</c>, or an earlier
/// stage.</param>
/// <param name="Platform">The value of <c>--platform</c>, as written; null for none.</param>
/// <param name="Line">The line of the <c>FROM</c>.</param>
public sealed record DockerfileStage(int Index, string? Name, string From, string? Platform, int Line);
