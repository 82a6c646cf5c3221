using System.CommandLine;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Output;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Commands;

/// <summary><c>launch rules</c></summary>
internal static class RulesCommand
{
    private static readonly string[] Header = ["ID", "SEVERITY", "FIX", "RULE"];

    /// <summary>The command.</summary>
    public static Command Create(ToolConsole console)
    {
        var format = new WordOption<RulesFormat>("--format", "What to print", RulesFormat.Text);
        var command = new Command("rules", HelpText.Rules.Summary) { format.Option };
        command.SetAction(arguments =>
        {
            console.Out.Write(Render(format.Read(arguments)!.Value));
            return ExitCodes.Success;
        });
        return command;
    }

    /// <summary>The rules as rows of a table in Markdown.</summary>
    /// <param name="link">The address of a rule's page.</param>
    public static string ToMarkdown(Func<ProblemRule, string> link) =>
        "| id | severity | rule | fix |\n| --- | --- | --- | --- |\n"
        + string.Concat(
            ProblemRules.All.Select(rule =>
                $"| [{rule.Id}]({link(rule)}) | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Title} | {Fix(rule)} |\n"
            )
        );

    private static string Render(RulesFormat format) =>
        format switch
        {
            RulesFormat.Json => JsonList.Render(
                ProblemRules.All,
                static (json, rule) =>
                {
                    json.WriteString("id", rule.Id);
                    json.WriteString("severity", JsonProblems.SeverityWord(rule.Severity));
                    json.WriteString("title", rule.Title);
                    json.WriteBoolean("fix", rule.HasFix);
                    json.WriteString("help", rule.HelpLink);
                }
            ),
            RulesFormat.Md => ToMarkdown(static rule => rule.HelpLink),
            _ => TextTable.Render(
                Header,
                ProblemRules.All.Select(static rule => (string[])[rule.Id, JsonProblems.SeverityWord(rule.Severity), Fix(rule), rule.Title])
            ),
        };

    private static string Fix(ProblemRule rule) => rule.HasFix ? "yes" : "";
}
