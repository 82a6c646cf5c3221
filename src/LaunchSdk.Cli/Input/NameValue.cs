using System.CommandLine.Parsing;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Input;

/// <summary>Parses NAME=VALUE arguments; the value may hold <c>=</c>.</summary>
internal static class NameValue
{
    /// <summary>The pairs by name; the last of a repeated name counts.</summary>
    public static IReadOnlyDictionary<string, string> ParseAll(ArgumentResult result)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var token in result.Tokens)
        {
            var sign = token.Value.IndexOf('=', StringComparison.Ordinal);
            if (sign <= 0)
            {
                result.AddError($"'{SecretValue.Show(token.Value)}' is not NAME=VALUE: write a name, an equals sign and the value");
                continue;
            }

            values[token.Value[..sign]] = token.Value[(sign + 1)..];
        }

        return values;
    }
}
