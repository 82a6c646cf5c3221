using System.CommandLine;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Input;

/// <summary>An option that takes one word of a closed set: the members of an enum in lower case.</summary>
/// <typeparam name="T">The enum.</typeparam>
internal sealed class WordOption<T> : Option<string?>
    where T : struct, Enum
{
    private static readonly string[] Words = [.. Enum.GetValues<T>().Select(Word)];

    /// <summary>An option whose value may be left out.</summary>
    /// <param name="name">Name with its dashes.</param>
    /// <param name="description">What it does, for the help.</param>
    /// <param name="fallback">The value when it is not given; null for none.</param>
    public WordOption(string name, string description, T? fallback)
        : base(name)
    {
        Description = description;
        HelpName = string.Join('|', Words);
        if (fallback is { } value)
        {
            DefaultValueFactory = _ => Word(value);
        }

        CompletionSources.Add(Words);
        Validators.Add(result =>
        {
            if (result.Tokens is [var given] && !Words.Contains(given.Value, StringComparer.OrdinalIgnoreCase))
            {
                result.AddError($"'{given.Value}' is not a value of {name}: {WayOut(given.Value)}");
            }
        });
    }

    /// <summary>The value; null when it is not given and has no default.</summary>
    /// <param name="arguments">The command line.</param>
    /// <returns>The member of the enum.</returns>
    public T? Read(ParseResult arguments) => arguments.GetValue(this) is { } word ? Enum.Parse<T>(word, ignoreCase: true) : null;

    private static string WayOut(string given) =>
        NearestName.Find(given, Words) is [var nearest, ..] ? $"did you mean {nearest}?" : $"write {string.Join(", ", Words)}";

    private static string Word(T value) => value.ToString().ToLowerInvariant();
}
