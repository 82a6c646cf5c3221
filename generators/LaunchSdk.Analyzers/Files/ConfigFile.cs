using LaunchSdk.Validation;
using Microsoft.CodeAnalysis;

namespace LaunchSdk.Analyzers.Files;

/// <summary>An additional file that the project says is configuration.</summary>
/// <param name="Text">The file; another instance after each edit.</param>
/// <param name="Kind">What it is.</param>
internal sealed record ConfigFile(AdditionalText Text, ConfigFileKind Kind);
