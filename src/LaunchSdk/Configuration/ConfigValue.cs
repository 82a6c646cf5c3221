using System.Globalization;
using LaunchSdk.Documents;
using LaunchSdk.Problems;

namespace LaunchSdk.Configuration;

/// <summary>
/// A value that LaunchSdk carries without a type of its own: text or a number, or anything inside <c>run_config</c>.
/// Immutable; two are equal when they say the same in canonical JSON.
/// </summary>
public sealed class ConfigValue : IEquatable<ConfigValue>
{
    private ConfigValue(string json) => Json = json;

    /// <summary>The value as canonical JSON.</summary>
    public string Json { get; }

    /// <summary>The text of a scalar without quotes; the JSON of a list or mapping.</summary>
    public string Text => Node.Text;

    /// <summary>What the value is.</summary>
    public ConfigNodeKind Kind => Node.Kind;

    private ConfigNode Node => ConfigDocument.Read(Json, ConfigFormat.Json, "value").Root;

    /// <summary>A value given as JSON.</summary>
    /// <param name="json">One JSON value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="FormatException">The text is not JSON.</exception>
    public static ConfigValue Parse(string json)
    {
        var document = ConfigDocument.Read(json, ConfigFormat.Json, "value");
        return document is { HasRoot: true, Problems.Count: 0 }
            ? Read(document.Root)
            : throw new FormatException(MessageText.Of($"'{json}' is not JSON: {document.Problems[0].Message}"));
    }

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator ConfigValue(string text) => Make(writer => writer.String(text));

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator ConfigValue(long number) =>
        Make(writer => writer.Number(number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator ConfigValue(double number) =>
        Make(writer => writer.Number(number.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>True or false.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator ConfigValue(bool value) => Make(writer => writer.Boolean(value));

    /// <inheritdoc/>
    public bool Equals(ConfigValue? other) => other is not null && other.Json == Json;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ConfigValue);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Json);

    /// <inheritdoc/>
    public override string ToString() => Json;

    internal static ConfigValue Read(ConfigNode node) => Make(writer => writer.Node(node));

    internal void Write(ConfigWriter writer) => writer.Node(Node);

    private static ConfigValue Make(Action<ConfigWriter> write)
    {
        var writer = ConfigWriter.Create(ConfigFormat.Json);
        write(writer);
        return new ConfigValue(writer.ToString()!.TrimEnd('\n'));
    }
}
