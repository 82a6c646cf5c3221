using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Documents;

/// <summary>A list or mapping in brackets that is still open.</summary>
/// <param name="IsMapping">Whether its bracket is a brace.</param>
/// <param name="HasValue">Whether ':' stood in the entry that is read.</param>
internal readonly record struct YamlBracket(bool IsMapping, bool HasValue)
{
    /// <summary>What is missing where a node stands directly after another one.</summary>
    public Violation MissingSeparator =>
        (IsMapping, HasValue) switch
        {
            (true, false) => Syntax.YamlMissingColon,
            (true, true) => Syntax.YamlMissingCommaInMapping,
            _ => Syntax.YamlMissingCommaInList,
        };
}
