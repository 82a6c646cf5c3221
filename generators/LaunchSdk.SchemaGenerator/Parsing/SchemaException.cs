namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>A schema says something that no code can be made of.</summary>
internal sealed class SchemaException(string pointer, string message) : Exception(message)
{
    /// <summary>JSON pointer of the place.</summary>
    public string Pointer { get; } = pointer;
}
