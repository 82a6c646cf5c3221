using System.Globalization;
using LaunchSdk.Documents;

namespace LaunchSdk.Configuration;

/// <summary>Turns nodes of a document that was validated into C# values; generated readers call it.</summary>
internal static class ConfigRead
{
    /// <summary>The value of a key; null when it is absent or null.</summary>
    public static T? Find<T>(ConfigNode node, string key, Func<ConfigNode, T> read)
        where T : class => node.TryGetMember(key, out var value) && value.Kind != ConfigNodeKind.Null ? read(value) : null;

    /// <summary>As <see cref="Find{T}"/> for numbers, flags and enums.</summary>
    public static T? FindValue<T>(ConfigNode node, string key, Func<ConfigNode, T> read)
        where T : struct => node.TryGetMember(key, out var value) && value.Kind != ConfigNodeKind.Null ? read(value) : null;

    /// <summary>Text.</summary>
    public static string Text(ConfigNode node) => node.Text;

    /// <summary>A whole number whose bounds the validator has checked.</summary>
    public static int Int32(ConfigNode node) => int.Parse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>A whole number whose bounds the validator has checked.</summary>
    public static long Int64(ConfigNode node) => long.Parse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>A number.</summary>
    public static double Double(ConfigNode node) => double.Parse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>True or false.</summary>
    public static bool Boolean(ConfigNode node) => node.BooleanValue;

    /// <summary>Anything.</summary>
    public static ConfigValue Value(ConfigNode node) => ConfigValue.Read(node);

    /// <summary>A list.</summary>
    public static IReadOnlyList<T> List<T>(ConfigNode node, Func<ConfigNode, T> read)
    {
        var items = new List<T>();
        foreach (var item in node.Items)
        {
            items.Add(read(item));
        }

        return items;
    }

    /// <summary>A mapping with free keys, in the order of the file.</summary>
    public static IReadOnlyDictionary<string, T> Map<T>(ConfigNode node, Func<ConfigNode, T> read)
    {
        var items = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var member in node.Members)
        {
            items[member.Key.Text] = read(member.Value);
        }

        return items;
    }
}
