namespace LaunchSdk.Values;

/// <summary>
/// Checks a text against a grammar by name: the one way from the option table to the parsers of the value types.
/// The grammars and their parsers are rows of the schema generator.
/// </summary>
internal static partial class GrammarCheck
{
    /// <summary>Null when <paramref name="text"/> is of the grammar; else why it is not. Knows nothing of templates.</summary>
    public static GrammarError? Check(Grammar grammar, string text) => grammar == Grammar.Flag ? CheckFlag(text) : Read(grammar, text);

    private static GrammarError? CheckFlag(string text) =>
        GoBool.TryParse(text, out _) ? null : GrammarError.Whole(text, $"'{text}' is not a flag: a flag takes true or false");
}
