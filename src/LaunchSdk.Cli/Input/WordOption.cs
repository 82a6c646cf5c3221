using System.CommandLine;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Input;

/// <summary>An option that takes one word of a closed set: the members of an enum in lower case.</summary>
/// <typeparam name="T">The enum.</typeparam>
internal sealed class WordOption<T>
    where T : struct, Enum
{
    private static readonly string[] Words = [.. Enum.GetValues<T>().Select(Word)];

    /// <summary>An option whose value may be left out.</summary>
    /// <param name="name">Name with its dashes.</param>
    /// <param name="description">What it does, for the help.</param>
    /// <param name="fallback">The value when it is not given; null for none.</param>
    public WordOption(string name, string description, T? fallback)
    {
        Option = new Option<string?>(name) { Description = description };
        if (fallback is { } value)
        {
            Option.DefaultValueFactory = _ => Word(value);
        }

        Option.CompletionSources.Add(Words);
        Option.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && !Words.Contains(given.Value, StringComparer.OrdinalIgnoreCase))
            {
                var nearest = NearestName.Find(given.Value, Words);
                result.AddError(
                    $"'{given.Value}' is not a value of {name}: {(nearest.Count > 0 ? $"did you mean {nearest[0]}?" : $"write {string.Join(", ", Words)}")}"
                );
            }
        });
    }

    /// <summary>The option, to be added to a command.</summary>
    public Option<string?> Option { get; }

    /// <summary>The value; null when it is not given and has no default.</summary>
    public T? Read(ParseResult arguments) => arguments.GetValue(Option) is { } word ? Enum.Parse<T>(word, ignoreCase: true) : null;

    private static string Word(T value) => value.ToString().ToLowerInvariant();
}
