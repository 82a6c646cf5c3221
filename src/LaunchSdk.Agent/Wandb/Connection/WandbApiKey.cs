namespace LaunchSdk.Agent.Wandb;

/// <summary>Where the API key comes from.</summary>
public static class WandbApiKey
{
    /// <summary>The environment variable that W&amp;B's own client reads too.</summary>
    public const string Variable = "WANDB_API_KEY";

    /// <summary>
    /// The key that was given, else <c>WANDB_API_KEY</c>, else the password of the server's host in the netrc file; null where there is
    /// none.
    /// </summary>
    /// <param name="given">The key of the caller's settings; null for none.</param>
    /// <param name="baseUrl">The server.</param>
    /// <param name="readVariable">Reads an environment variable.</param>
    /// <param name="readNetrc">Reads the netrc file; null where there is none.</param>
    /// <returns>The key, or null.</returns>
    public static string? Find(string? given, Uri baseUrl, Func<string, string?> readVariable, Func<string?> readNetrc)
    {
        ArgumentNullException.ThrowIfNull(baseUrl);
        ArgumentNullException.ThrowIfNull(readVariable);
        ArgumentNullException.ThrowIfNull(readNetrc);
        return NotBlank(given)
            ?? NotBlank(readVariable(Variable))
            ?? NotBlank(readNetrc() is { } text ? FindInNetrc(text, baseUrl.Host) : null);
    }

    /// <summary>
    /// The same, with this process's environment and the user's netrc file (<c>NETRC</c>, else <c>~/.netrc</c>, else <c>~/_netrc</c>).
    /// </summary>
    /// <param name="given">The key of the caller's settings; null for none.</param>
    /// <param name="baseUrl">The server.</param>
    /// <returns>The key, or null.</returns>
    public static string? Find(string? given, Uri baseUrl) => Find(given, baseUrl, Environment.GetEnvironmentVariable, ReadNetrc);

    /// <summary>The password of a host in the text of a netrc file; null where it has none.</summary>
    internal static string? FindInNetrc(string text, string host)
    {
        string? machine = null;
        var words = text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length - 1; i++)
        {
            if (words[i] == "machine")
            {
                machine = words[++i];
            }
            else if (words[i] is "login" or "account")
            {
                i++;
            }
            else if (words[i] == "password" && string.Equals(machine, host, StringComparison.OrdinalIgnoreCase))
            {
                return words[i + 1];
            }
        }

        return null;
    }

    private static string? ReadNetrc()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string?[] places = [Environment.GetEnvironmentVariable("NETRC"), Path.Combine(home, ".netrc"), Path.Combine(home, "_netrc")];
        try
        {
            return places.FirstOrDefault(File.Exists) is { } path ? File.ReadAllText(path) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
