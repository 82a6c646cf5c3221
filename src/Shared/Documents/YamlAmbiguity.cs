namespace LaunchSdk.Documents;

/// <summary>Says what readers of YAML make of an unquoted scalar where text was meant.</summary>
internal static class YamlAmbiguity
{
    /// <summary>What the scalar is to them, as a sentence part: <c>true or false</c>, <c>a date</c>.</summary>
    public static string Describe(ConfigNode node) =>
        node.Kind switch
        {
            ConfigNodeKind.Boolean => "true or false",
            ConfigNodeKind.Null => "null",
            ConfigNodeKind.Number => "a number",
            _ => DescribeText(node.Text),
        };

    private static string DescribeText(string text)
    {
        if (text is "=" or "<<")
        {
            return "a key with a meaning of its own";
        }

        if (text.Length > 0 && text[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
        {
            return "true or false";
        }

        if (Yaml11Timestamp.IsTimestamp(text))
        {
            return "a date";
        }

        return text.IndexOf(':') >= 0 ? "a number in base 60" : "a number";
    }
}
