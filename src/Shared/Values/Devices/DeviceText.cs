using System.Diagnostics.CodeAnalysis;
using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <summary>What the limits of single devices share: <c>/dev/path:number</c>.</summary>
internal static class DeviceText
{
    /// <summary>Finds the colon behind a path under <c>/dev/</c>; <paramref name="rule"/> names the notation in the error.</summary>
    public static bool TryFindColon(string text, string rule, string example, out int colon, [NotNullWhen(false)] out GrammarError? error)
    {
        error = null;
        colon = text.IndexOf(':');
        if (colon <= 0)
        {
            error = GrammarError.Whole(text, $"'{text}' is not {rule}: write for example {example}");
            return false;
        }

        if (!text.StartsWith("/dev/", StringComparison.Ordinal))
        {
            error = new GrammarError(
                $"'{text}' is not {rule}: the path must start with /dev/, for example {example}",
                new TextRange(0, colon),
                text[0] == '/' || text.StartsWith("dev/", StringComparison.Ordinal) ? null : "/dev/" + text
            );
            return false;
        }

        return true;
    }
}
