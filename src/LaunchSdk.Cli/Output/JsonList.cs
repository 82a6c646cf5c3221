using System.Text;
using System.Text.Json;

namespace LaunchSdk.Cli.Output;

/// <summary>Things as JSON objects, with the tool's indentation.</summary>
internal static class JsonList
{
    /// <summary>An array of objects, and a line end.</summary>
    /// <param name="items">The things.</param>
    /// <param name="write">Writes the members of one.</param>
    public static string Render<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write) =>
        Render(json =>
        {
            json.WriteStartArray();
            foreach (var item in items)
            {
                Write(json, item, write);
            }

            json.WriteEndArray();
        });

    /// <summary>One object, and a line end.</summary>
    /// <param name="item">The thing.</param>
    /// <param name="write">Writes its members.</param>
    public static string RenderOne<T>(T item, Action<Utf8JsonWriter, T> write) => Render(json => Write(json, item, write));

    private static string Render(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonProblems.Options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write<T>(Utf8JsonWriter json, T item, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartObject();
        write(json, item);
        json.WriteEndObject();
    }
}
