using Newtonsoft.Json;

namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>Values of a schema as text for documentation.</summary>
internal static class JsonText
{
    /// <summary>A text as it is, anything else as JSON; null for none.</summary>
    public static string? Of(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            _ => JsonConvert.SerializeObject(value),
        };
}
