using System.Text;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>
/// Fills build arguments into a word as docker does: <c>$NAME</c>, <c>${NAME}</c>, <c>${NAME:-default}</c>, <c>${NAME:+other}</c>, quotes
/// and escapes.
/// </summary>
internal static class VariableText
{
    // A default may hold a variable with a default; nobody writes more of them into each other.
    private const int Deepest = 20;

    /// <exception cref="FormatException">A variable has no end, has a modifier that is not known, must be set and is not, or stands in too
    /// many others.</exception>
    public static string Expand(string word, IReadOnlyDictionary<string, string> variables) => Expand(word, variables, 0);

    private static string Expand(string word, IReadOnlyDictionary<string, string> variables, int depth)
    {
        if (depth > Deepest)
        {
            throw new FormatException($"variables stand in each other more than {Deepest} deep: write plain ones");
        }

        var text = new StringBuilder();
        var quote = '\0';
        for (var at = 0; at < word.Length; at++)
        {
            var c = word[at];
            if (c == '\\' && quote != '\'' && at + 1 < word.Length)
            {
                text.Append(word[++at]);
            }
            else if (c is '"' or '\'' && (quote == '\0' || quote == c))
            {
                quote = quote == '\0' ? c : '\0';
            }
            else if (c == '$' && quote != '\'' && at + 1 < word.Length)
            {
                text.Append(Variable(word, ref at, variables, depth));
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    // Leaves the position at the variable's last character.
    private static string Variable(string word, ref int at, IReadOnlyDictionary<string, string> variables, int depth)
    {
        var isBraced = word[at + 1] == '{';
        var start = at + (isBraced ? 2 : 1);
        var end = start;
        while (end < word.Length && (char.IsAsciiLetterOrDigit(word[end]) || word[end] == '_'))
        {
            end++;
        }

        var name = word[start..end];
        if (!isBraced)
        {
            at = end - 1;
            return name.Length == 0 ? "$" : variables.GetValueOrDefault(name, "");
        }

        var close = Closing(word, end);
        if (close < 0 || name.Length == 0)
        {
            throw new FormatException($"'{word}' has a variable without its end: write ${{NAME}}");
        }

        at = close;
        return Modified(word[end..close], name, variables, depth + 1);
    }

    private static string Modified(string modifier, string name, IReadOnlyDictionary<string, string> variables, int depth)
    {
        var value = variables.GetValueOrDefault(name);
        var isSet = modifier.StartsWith(':') ? !string.IsNullOrEmpty(value) : value is not null;
        var body = modifier.StartsWith(':') ? modifier[1..] : modifier;
        return body switch
        {
            "" when modifier.Length == 0 => value ?? "",
            ['-', .. var other] => isSet ? value! : Expand(other, variables, depth),
            ['+', .. var other] => isSet ? Expand(other, variables, depth) : "",
            ['?', .. var message] => isSet
                ? value!
                : throw new FormatException(
                    $"the build argument {name} must be set: {(message.Length == 0 ? "give it a value" : message)}"
                ),
            _ => throw new FormatException(
                $"'${{{name}{modifier}}}' has a modifier other than :-, :+ and :?, which cannot be followed here: write the image's name with a plain variable"
            ),
        };
    }

    private static int Closing(string word, int from)
    {
        var depth = 1;
        for (var at = from; at < word.Length; at++)
        {
            depth += word[at] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return at;
            }
        }

        return -1;
    }
}
