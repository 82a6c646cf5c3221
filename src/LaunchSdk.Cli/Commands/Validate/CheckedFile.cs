using LaunchSdk.Documents;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Commands.Validate;

/// <summary>A file and what is wrong with it.</summary>
/// <param name="Document">The file, as it is now.</param>
/// <param name="Problems">Its problems.</param>
internal sealed record CheckedFile(ConfigDocument Document, IReadOnlyList<Problem> Problems);
