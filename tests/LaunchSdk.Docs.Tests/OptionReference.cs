using System.Text;
using LaunchSdk.Options;

namespace LaunchSdk.Docs.Tests;

/// <summary>Writes docs/options.md from the option table.</summary>
internal static class OptionReference
{
    private const string Head = """
        # Options of a docker queue

        Every option of `docker run` (docker 29.8) that a queue file or `DockerQueueConfig` can set. This page is made from `schemas/docker-queue.schema.json`;
        `UPDATE_SNAPSHOTS=1` with the tests of LaunchSdk.Docs.Tests writes it anew.

        - **Value** says how a value is read (its grammar) and whether the option is a flag (`true` or `false`), takes one value, or can be repeated (one value or a list).
        - **Needs** is the lowest Engine API version, or the only engine system, that has the option. Nothing there: every engine from API 1.30.
        - **Goes to** is the place in the body of `POST /containers/create`.
        - **Refused** names values that pass the checks of docker's command and get nobody anywhere; they are warned of ([LSDK0101](diagnostics/LSDK0101.md)). In brackets: the engines, or the docker command, that were seen to do so.
        - A macro `${name}` or a template variable `{{name}}` may stand in every value that is not a flag.

        """;

    public static string Render()
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        text.Append('\n').Append("| option | short | value | goes to |\n| --- | --- | --- | --- |\n");
        foreach (var option in DockerOptions.All)
        {
            text.Append(Line($"| [{option.Name}](#{option.Name}) | {Code(option.ShortName)} | {Kind(option)} | {option.Target} |"));
        }

        foreach (var option in DockerOptions.All)
        {
            Describe(text, option);
        }

        return text.ToString();
    }

    private static void Describe(StringBuilder text, DockerOption option)
    {
        text.Append(Line($"\n## {option.Name}\n\n{option.Summary}\n"));
        Row("Names", string.Join(", ", Names(option).Select(Code)));
        Row("Value", Kind(option));
        Row("Syntax", option.Syntax.Length > 0 ? Escape(option.Syntax) : null);
        Row("Example", Code($"{option.Name}: {option.Example}"));
        Row("Default", option.Default is { } fallback ? Escape(fallback) : null);
        Row(
            "Values",
            option.Values.Count > 0
                ? string.Join("; ", option.Values.Select(value => $"{Code(value.Value)} {value.Summary.TrimEnd('.')}"))
                : null
        );
        Row(
            "Conflicts when",
            option.Conflicts.Count > 0 ? Escape(string.Join("; ", option.Conflicts.Select(conflict => conflict.Summary))) : null
        );
        Row("Refused", option.Refusals.Count > 0 ? string.Join("; ", option.Refusals.Select(Refusal)) : null);
        Row("Needs", Needs(option));
        Row("Goes to", Escape(option.Target));
        Row("Client side", option.ClientSideReason is { } reason ? Escape(reason) : null);
        Row("File", option.IsClientFile ? "A path on the machine that starts the container." : null);
        Row("Secret", option.IsSecret ? "The value may hold a secret." : null);

        void Row(string name, string? value)
        {
            if (value is not null)
            {
                text.Append(Line($"- {name}: {value}"));
            }
        }
    }

    private static IEnumerable<string> Names(DockerOption option) =>
        ((string?[])[option.Name, option.ShortName, .. option.HiddenNames]).OfType<string>();

    private static string Kind(DockerOption option) =>
        option.Arity switch
        {
            OptionArity.Flag => "flag",
            OptionArity.Repeatable => $"{Words(option)}, repeatable",
            _ => Words(option),
        };

    private static string Words(DockerOption option)
    {
        var name = option.Grammar.ToString();
        var words = new StringBuilder();
        foreach (var c in name)
        {
            words.Append(char.IsUpper(c) && words.Length > 0 ? $" {char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString());
        }

        return words.ToString();
    }

    // The words of the message, with an ellipsis where the value's part would stand.
    private static string Refusal(OptionRefusal rule)
    {
        var words = rule.Because.Length > 0 ? rule.Because : $"anything but {rule.Write}";
        var kinds = rule.Kinds.Count > 0 ? $"{string.Join(", ", rule.Kinds)}: " : "";
        var with =
            rule.Words.Count > 0 && rule.Condition == RefusalCondition.Repeated ? $", of {string.Join(" and ", rule.Words)} as well" : "";
        return Escape(
            $"{kinds}{words.Replace("{part}", "...", StringComparison.Ordinal)}{with} ({string.Join(", ", rule.Seen)}{Dropped(rule)})"
        );
    }

    private static string Dropped(OptionRefusal rule) =>
        rule.Outcome switch
        {
            RefusalOutcome.ClientDrops => " leaves it out",
            RefusalOutcome.ClientRefuses => " refuses it for a Linux engine",
            _ => "",
        };

    private static string? Needs(DockerOption option) =>
        (option.MinApiVersion, option.EngineOs) switch
        {
            (null, null) => null,
            ({ } version, null) => $"Engine API {version}",
            (null, { } system) => $"an engine on {system}",
            var (version, system) => $"Engine API {version}, an engine on {system}",
        };

    private static string Code(string? text) => text is null ? "" : $"`{text}`";

    private static string Escape(string text) =>
        text.Replace("<", "&lt;", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Line(string text) => text + "\n";
}
