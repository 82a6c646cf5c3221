namespace LaunchSdk.Cli.Failures;

/// <summary>An argument or file that the tool cannot use; the message says which and why.</summary>
internal sealed class InputException(string message) : Exception(message);
