namespace LaunchSdk.Docker.Connection;

/// <summary>How a program ended, and what it wrote.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">The end of its standard output.</param>
/// <param name="Errors">The end of its error output.</param>
internal sealed record ProgramResult(int Code, string Output, string Errors);
