using System.Text.Json;
using Docker.DotNet.Models;

namespace LaunchSdk.Docker.Translation;

/// <summary>Members as the Engine API has them: a null is left out.</summary>
internal static class JsonMembers
{
    public static void WriteOptional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void WriteOptional(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
    }

    public static void WriteOptional(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string>? values) =>
        json.WriteList(name, values, static (json, value) => json.WriteStringValue(value));

    public static void WriteList<T>(this Utf8JsonWriter json, string name, IEnumerable<T>? values, Action<Utf8JsonWriter, T> write)
    {
        if (values is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            write(json, value);
        }

        json.WriteEndArray();
    }

    public static void WriteMap(this Utf8JsonWriter json, string name, IDictionary<string, string>? values) =>
        json.WriteMap(name, values, static (json, value) => json.WriteStringValue(value));

    public static void WriteSet(this Utf8JsonWriter json, string name, IDictionary<string, EmptyStruct>? values) =>
        json.WriteMap(name, values, static (json, _) =>
        {
            json.WriteStartObject();
            json.WriteEndObject();
        });

    public static void WriteMap<T>(this Utf8JsonWriter json, string name, IDictionary<string, T>? values, Action<Utf8JsonWriter, T> write)
    {
        if (values is null)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            json.WritePropertyName(key);
            write(json, value);
        }

        json.WriteEndObject();
    }
}
