using System.Text;
using System.Text.RegularExpressions;

namespace LaunchSdk.Problems;

/// <summary>
/// Secrets in messages that are known by their name or by their looks, wherever they stand: in the options of a volume's driver, in
/// labels, in
/// values of template variables.
/// </summary>
internal static class NamedSecrets
{
    private const RegexOptions Flags = RegexOptions.CultureInvariant;

    // The value may itself be a pair: volume-opt=password=x.
    private static readonly Regex Pair = new(@"(?<name>[A-Za-z_][A-Za-z0-9_.-]{0,100})=(?=(?<value>[^\s,;'""&]+))", Flags);
    private static readonly Regex Key = new(@"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{20,200}(?![A-Za-z0-9_-])", Flags);

    // What LaunchSdk writes in the place of a value that the reader has to choose.
    private const string Placeholder = "VALUE";

    /// <summary>The text with <c>***</c> in the place of such secrets.</summary>
    /// <param name="text">A text from outside, no longer than a message.</param>
    public static string Hide(string text)
    {
        if (text.IndexOf('=') >= 0)
        {
            text = HidePairs(text);
        }

        return Key.Replace(text, static match => SecretShapes.IsKnownKey(match.Value) ? SecretValue.Hidden : match.Value);
    }

    private static string HidePairs(string text)
    {
        var shown = new StringBuilder();
        var from = 0;
        foreach (Match pair in Pair.Matches(text))
        {
            var value = pair.Groups["value"];
            if (pair.Index >= from && IsSecret(pair.Groups["name"].Value, value.Value))
            {
                shown.Append(text, from, value.Index - from).Append(SecretValue.Hidden);
                from = value.Index + value.Length;
            }
        }

        return from == 0 ? text : shown.Append(text, from, text.Length - from).ToString();
    }

    // A template is filled in later, and has no secret in it.
    private static bool IsSecret(string name, string value) =>
        SecretShapes.IsSecretName(name)
        && SecretShapes.CanBeSecret(value)
        && value != Placeholder
        && SecretValue.WithoutTemplates(value).Length > 0;
}
