namespace LaunchSdk.Docker.Connection;

/// <summary>The engine has answered and takes no more of the body.</summary>
internal sealed class UploadStoppedException() : Exception("the engine takes no more of the body");
