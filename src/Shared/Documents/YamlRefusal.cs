using LaunchSdk.Problems;
using YamlDotNet.Core;

namespace LaunchSdk.Documents;

/// <summary>A text that the scanner accepts and YAML 1.2 forbids, with the violation for the user.</summary>
/// <param name="offset">The character that is wrong, in the text that the parser got.</param>
/// <param name="violation">What is wrong and the way out.</param>
internal sealed class YamlRefusal(int offset, Violation violation) : YamlException(violation.Message.ToString())
{
    public int Offset { get; } = offset;

    public Violation Violation { get; } = violation;
}
