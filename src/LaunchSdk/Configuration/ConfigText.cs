using LaunchSdk.Documents;

namespace LaunchSdk.Configuration;

/// <summary>Canonical text of a configuration.</summary>
internal static class ConfigText
{
    /// <summary>What <paramref name="write"/> writes, in a format.</summary>
    public static string Of(ConfigFormat format, Action<ConfigWriter> write)
    {
        var writer = ConfigWriter.Create(format);
        write(writer);
        return writer.ToString()!;
    }
}
