using System.Text.Json;
using System.Text.Json.Serialization;

namespace LaunchSdk.Docker.Requests;

/// <summary>A set of names as Go's <c>map[string]struct{}</c> is written: <c>{"80/tcp":{}}</c>.</summary>
internal sealed class NameSetConverter : JsonConverter<ISet<string>>
{
    /// <inheritdoc/>
    public override ISet<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            names.Add(reader.GetString()!);
            reader.Read();
            reader.Skip();
        }

        return names;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ISet<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var name in value)
        {
            writer.WriteStartObject(name);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
