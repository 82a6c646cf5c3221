using System.CommandLine;
using System.CommandLine.Parsing;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Input;

/// <summary>What is wrong with a command line, each with the nearest name that exists.</summary>
internal static class UsageErrors
{
    /// <summary>The errors; a wrong option is reported once, and not as the argument that the parser takes it for.</summary>
    /// <param name="arguments">The command line.</param>
    /// <returns>A sentence for each error; none where the command line is understood.</returns>
    public static IReadOnlyList<string> Find(ParseResult arguments)
    {
        var command = arguments.CommandResult.Command;
        if (FindStrays(arguments).FirstOrDefault() is { } stray)
        {
            return [stray];
        }

        if (command is { Subcommands.Count: > 0, Action: null } && arguments.UnmatchedTokens.Count == 0)
        {
            return [$"no command is named: write {FullName(command)} and one of {string.Join(", ", Names(command))}"];
        }

        // After a command that does not exist, the meaning of a word is unknown.
        if (arguments.UnmatchedTokens.FirstOrDefault(token => !token.StartsWith('-')) is { } word && command.Subcommands.Count > 0)
        {
            return [Unknown(word, command)];
        }

        return arguments.UnmatchedTokens.Count > 0
            ? [.. arguments.UnmatchedTokens.Select(token => Unknown(token, command))]
            : [.. arguments.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal)];
    }

    // The parser hands every word that it does not know to an argument that has room: a misspelt option would become a file, or the
    // container's command.
    private static IEnumerable<string> FindStrays(ParseResult arguments)
    {
        var command = arguments.CommandResult.Command;
        var dashes = arguments.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).Count();
        var before = new HashSet<Token>(arguments.Tokens.Take(dashes), ReferenceEqualityComparer.Instance);
        foreach (var result in arguments.CommandResult.Children.OfType<ArgumentResult>())
        {
            var isCommand = result.Argument.Name == CommandInput.CommandName;
            foreach (var token in result.Tokens)
            {
                if (before.Contains(token))
                {
                    if (token.Value.Length > 1 && token.Value[0] == '-')
                    {
                        yield return Unknown(token.Value, command);
                    }
                    else if (isCommand)
                    {
                        yield return $"'{token.Value}' is before --: write the container's command after --, "
                            + $"as in {FullName(command)} FILE --image IMAGE -- {token.Value}";
                    }
                }
                else if (!isCommand && command.Arguments.Any(argument => argument.Name == CommandInput.CommandName))
                {
                    yield return "there is no FILE before --: name the queue file, "
                        + $"as in {FullName(command)} queue.yaml --image IMAGE -- {token.Value}";
                }
            }
        }
    }

    private static string Unknown(string word, Command command)
    {
        var isOption = word.StartsWith('-');
        if (!isOption && command.Subcommands.Count == 0)
        {
            return $"'{word}' is one word too many for {FullName(command)}";
        }

        var known = isOption
            ? command
                .Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive))
                .Select(option => option.Name)
            : Names(command);
        var sign = word.IndexOf('=', StringComparison.Ordinal);
        var nearest = NearestName.Find(isOption && sign > 0 ? word[..sign] : word, known);
        var wayOut = nearest.Count > 0 ? $"did you mean {string.Join(" or ", nearest)}?" : $"it has {string.Join(", ", known)}";
        return $"'{word}' is not {(isOption ? "an option" : "a command")} of {FullName(command)}: {wayOut}";
    }

    private static IEnumerable<string> Names(Command command) => command.Subcommands.Select(static subcommand => subcommand.Name);

    /// <summary>The command as a person types it: <c>launch render</c>.</summary>
    /// <param name="command">The command.</param>
    /// <returns>The names of the commands above it, and its own.</returns>
    public static string FullName(Command command)
    {
        if (command is RootCommand)
        {
            return "launch";
        }

        var above = command.Parents.OfType<Command>().FirstOrDefault();
        return $"{(above is null ? "launch" : FullName(above))} {command.Name}";
    }
}
