using System.Globalization;
using System.Text;

namespace LaunchSdk.Benchmarks.Queues;

/// <summary>The queue of 25 options that all measurements read.</summary>
internal static class QueueFiles
{
    public static string JsonPath { get; } = Path.Combine(AppContext.BaseDirectory, "Files", "queue.json");

    public static string Json { get; } = File.ReadAllText(JsonPath);

    public static byte[] JsonBytes { get; } = Encoding.UTF8.GetBytes(Json);

    public static string Yaml { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Files", "queue.yaml"));

    /// <summary>Queues that differ in their values and in their number of options.</summary>
    public static string[] Variants(int count) => [.. Enumerable.Range(0, count).Select(Variant)];

    private static string Variant(int number)
    {
        var id = number.ToString(CultureInfo.InvariantCulture);
        var text = Json.Replace("vision", "project-" + id, StringComparison.Ordinal)
            .Replace("\"16g\"", $"\"{16 + (number % 48)}g\"", StringComparison.Ordinal)
            .Replace("trainer", "trainer-" + id, StringComparison.Ordinal)
            .Replace("6006:6006", $"{6006 + number}:6006", StringComparison.Ordinal);
        return number % 3 == 0 ? text.Replace("  \"gpus\": \"all\",\n", "", StringComparison.Ordinal) : text;
    }
}
