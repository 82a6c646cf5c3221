using System.Globalization;

namespace LaunchSdk.Benchmarks.Paired;

/// <summary>Prints what was measured as a Markdown table; ratios are to the first row.</summary>
internal static class Table
{
    public static void Print(string title, IReadOnlyList<Measured> rows)
    {
        var first = rows[0];
        Console.WriteLine($"\n### {title} ({rows[0].Microseconds.Length} rounds)\n");
        Console.WriteLine("| contender | time | of the first | bytes | of the first |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var row in rows)
        {
            Console.WriteLine(
                $"| {row.Name} | {Time(row.Median)} | {Ratio(row.RatioTo(first))} | {Bytes(row.Bytes)} | {Ratio(row.Bytes / first.Bytes)} |"
            );
        }
    }

    private static string Time(double microseconds) =>
        microseconds >= 1000
            ? (microseconds / 1000).ToString("0.00", CultureInfo.InvariantCulture) + " ms"
            : microseconds.ToString("0.00", CultureInfo.InvariantCulture) + " µs";

    private static string Bytes(double? bytes) => bytes?.ToString("#,0", CultureInfo.InvariantCulture) ?? "";

    private static string Ratio(double? ratio) => ratio?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";
}
