using System.Globalization;
using LaunchSdk.Documents;

namespace LaunchSdk.Configuration;

/// <summary>Writes C# values as nodes of a document; generated writers call it.</summary>
internal static class ConfigWrite
{
    /// <summary>A key and its value; nothing when the value is null.</summary>
    public static void Member<T>(ConfigWriter writer, string key, T? value, Action<ConfigWriter, T> write)
        where T : class
    {
        if (value is not null)
        {
            writer.Key(key);
            write(writer, value);
        }
    }

    /// <summary>As <see cref="Member{T}"/> for numbers, flags and enums.</summary>
    public static void MemberValue<T>(ConfigWriter writer, string key, T? value, Action<ConfigWriter, T> write)
        where T : struct
    {
        if (value is { } given)
        {
            writer.Key(key);
            write(writer, given);
        }
    }

    /// <summary>Text.</summary>
    public static void Text(ConfigWriter writer, string value) => writer.String(value);

    /// <summary>A whole number.</summary>
    public static void Int32(ConfigWriter writer, int value) => writer.Number(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A whole number.</summary>
    public static void Int64(ConfigWriter writer, long value) => writer.Number(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number.</summary>
    public static void Double(ConfigWriter writer, double value) => writer.Number(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>True or false.</summary>
    public static void Boolean(ConfigWriter writer, bool value) => writer.Boolean(value);

    /// <summary>Anything.</summary>
    public static void Value(ConfigWriter writer, ConfigValue value) => value.Write(writer);

    /// <summary>A list.</summary>
    public static void List<T>(ConfigWriter writer, IReadOnlyList<T> values, Action<ConfigWriter, T> write)
    {
        writer.BeginSequence();
        foreach (var value in values)
        {
            write(writer, value);
        }

        writer.EndSequence();
    }

    /// <summary>A mapping with free keys.</summary>
    public static void Map<T>(ConfigWriter writer, IReadOnlyDictionary<string, T> values, Action<ConfigWriter, T> write)
    {
        writer.BeginMapping();
        foreach (var (key, value) in values)
        {
            writer.Key(key);
            write(writer, value);
        }

        writer.EndMapping();
    }
}
