using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Output;

/// <summary>A table of plain text: columns as wide as their widest cell, two spaces between them, the first line of each cell.</summary>
internal static class TextTable
{
    /// <summary>The header and a line for each row.</summary>
    public static string Render(string[] header, IEnumerable<string[]> cells)
    {
        string[][] rows = [header, .. cells.Select(static row => row.Select(PrintableText.FirstLine).ToArray())];
        var widths = Enumerable.Range(0, header.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return string.Concat(
            rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd() + "\n")
        );
    }
}
