namespace LaunchSdk.Cli.Commands.Render;

/// <summary>The operating system of the engine that a request is made for.</summary>
internal enum EngineSystem
{
    /// <summary>Linux containers.</summary>
    Linux,

    /// <summary>Windows containers.</summary>
    Windows,
}
