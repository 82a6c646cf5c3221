namespace LaunchSdk.Docs.Tests;

/// <summary>Pieces of generated Markdown.</summary>
internal static class MarkdownText
{
    /// <summary>Text for a cell of a table.</summary>
    public static string Escape(string text) =>
        text.Replace("<", "&lt;", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>Code for a cell of a table.</summary>
    public static string Code(string text) => $"`{text.Replace("|", "\\|", StringComparison.Ordinal)}`";

    /// <summary>A row of a table, with its line end.</summary>
    public static string Row(params IEnumerable<string> cells) =>
        string.Concat(cells.Select(static cell => cell.Length == 0 ? "| " : $"| {cell} ")) + "|\n";

    /// <summary>A block of text, with its line end.</summary>
    public static string Block(params IEnumerable<string> lines) => $"```text\n{string.Join('\n', lines)}\n```\n";
}
