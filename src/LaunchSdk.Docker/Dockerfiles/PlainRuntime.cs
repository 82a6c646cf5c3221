namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>A program that the base image can run as it is: a script, or a binary of the source. It needs a base image.</summary>
public sealed record PlainRuntime : JobRuntime;
