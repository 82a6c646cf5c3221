using YamlDotNet.Core;

namespace LaunchSdk.Documents;

/// <summary>A text that the scanner lets pass and YAML 1.2 forbids, with the message for the user.</summary>
/// <param name="offset">The character that is wrong, in the text that the parser got.</param>
/// <param name="message">What is wrong and the way out.</param>
internal sealed class YamlRefusal(int offset, string message) : YamlException(message)
{
    public int Offset { get; } = offset;
}
