using LaunchSdk.Documents;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Validation.Edits;
using LaunchSdk.Values;

namespace LaunchSdk.Validation;

/// <summary>Checks the text of one scalar: its templates, whether YAML readers agree on it, and its grammar.</summary>
internal sealed class ValueChecker(ProblemList problems, TemplateScope templates)
{
    /// <summary>Checks a text or number that stands for a value of <paramref name="grammar"/>.</summary>
    public void Check(string key, ConfigNode node, Grammar grammar, string text)
    {
        if (problems.IsFull)
        {
            return;
        }

        if (node.IsAmbiguous && !IsNumeric(grammar))
        {
            problems.Add(AmbiguousScalar.Value(text, YamlAmbiguity.Describe(node)), node, ConfigEdits.Quote(node));
            return;
        }

        if (TemplateText.IsTemplate(text))
        {
            templates.Check(node, text, problems);
        }
        else if (GrammarCheck.Check(grammar, text) is { } error)
        {
            problems.Add(InvalidValue.Of(key, error.Sentence), node, ConfigEdits.Replace(node, error.Suggestion));
        }
    }

    // Docker reads these with Go's rules whatever YAML made of them, so both readings end in the same number.
    private static bool IsNumeric(Grammar grammar) =>
        grammar
            is Grammar.Integer
                or Grammar.NonNegativeInteger
                or Grammar.Swappiness
                or Grammar.UnsignedInteger
                or Grammar.UnsignedInteger16;
}
