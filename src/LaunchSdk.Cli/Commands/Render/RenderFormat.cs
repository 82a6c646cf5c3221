namespace LaunchSdk.Cli.Commands.Render;

/// <summary>What <c>launch render</c> prints.</summary>
internal enum RenderFormat
{
    /// <summary>One line for a shell.</summary>
    Shell,

    /// <summary>A JSON array that starts with <c>"run"</c>.</summary>
    Argv,

    /// <summary>The query and body of POST /containers/create.</summary>
    Engine,
}
