using System.Text;
using LaunchSdk.Agent.Settings;

namespace LaunchSdk.Docs.Tests;

/// <summary>Writes the table of the agent's settings from their definitions.</summary>
internal static class SettingReference
{
    public static string Render()
    {
        var text = new StringBuilder("| setting | option | variable | in launch-config.yaml | default | meaning |\n");
        text.Append("| --- | --- | --- | --- | --- | --- |\n");
        foreach (var setting in AgentSettings.Definitions)
        {
            string[] cells =
            [
                MarkdownText.Code(setting.Key),
                setting.Flag.Length > 0 ? MarkdownText.Code($"{setting.Flag} {setting.ValueName}".TrimEnd()) : "",
                setting.Variable is { } variable ? MarkdownText.Code(variable) : "",
                setting.IsInFile ? "yes" : "",
                MarkdownText.Escape(setting.DefaultText),
                MarkdownText.Escape(setting.Help),
            ];
            text.Append(MarkdownText.Row(cells));
        }

        return text.ToString();
    }
}
