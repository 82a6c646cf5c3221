namespace LaunchSdk.Documents;

/// <summary>Tells which notation a text has.</summary>
internal static class ConfigFormats
{
    /// <summary>By the file's extension; for other names (standard input is <c>-</c>), a text that opens with a bracket is JSON.</summary>
    public static ConfigFormat Detect(string path, string text)
    {
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return ConfigFormat.Json;
        }

        if (path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
        {
            return ConfigFormat.Yaml;
        }

        foreach (var c in text)
        {
            if (c is not (' ' or '\t' or '\r' or '\n' or '\uFEFF'))
            {
                return c is '{' or '[' ? ConfigFormat.Json : ConfigFormat.Yaml;
            }
        }

        return ConfigFormat.Yaml;
    }
}
