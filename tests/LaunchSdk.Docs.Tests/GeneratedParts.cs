using System.Text.RegularExpressions;

namespace LaunchSdk.Docs.Tests;

/// <summary>
/// The parts of pages that are made from the code, between <c>&lt;!-- generated: NAME --&gt;</c> and <c>&lt;!-- end --&gt;</c>.
/// </summary>
internal static partial class GeneratedParts
{
    /// <summary>The line that opens a part.</summary>
    public static string Opening(string name) => $"<!-- generated: {name} -->\n";

    /// <summary>A page with its parts made again.</summary>
    public static string Fill(string page) =>
        PartPattern().Replace(page, static part => $"{Opening(part.Groups[1].Value)}\n{Render(part.Groups[1].Value)}\n<!-- end -->");

    private static string Render(string name) =>
        name switch
        {
            "commands" => CommandReference.RenderList(),
            "agent settings" => SettingReference.Render(),
            _ when name.StartsWith("launch ", StringComparison.Ordinal) => CommandReference.Render(name),
            _ => throw new InvalidOperationException($"Nothing makes the part '{name}' of a page: name a part of GeneratedParts."),
        };

    [GeneratedRegex(@"<!-- generated: ([^\n]+) -->\n.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex PartPattern();
}
