using System.Text.RegularExpressions;

namespace LaunchSdk.Docker.Masking;

/// <summary>Tells from its name whether a setting holds a secret.</summary>
public static partial class SecretNames
{
    /// <summary>
    /// Whether the name of a variable or key looks like a secret's: <c>WANDB_API_KEY</c>, <c>DB_PASSWORD</c>, <c>splunk-token</c>.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <returns>Whether it does.</returns>
    public static bool LooksSecret(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Words().IsMatch(name) && !Harmless().IsMatch(name);
    }

    [GeneratedRegex(
        "(token|secret|passw(or)?d|passphrase|passwd|credential|api[-_.]?key|apikey|access[-_.]?key|private[-_.]?key|signing[-_.]?key|encryption[-_.]?key|account[-_.]?key|connection[-_.]?string|(^|[-_.])(pw|pass|pwd|auth|key|pat|dsn|sas)$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Words();

    // The place of a secret is none, and PWD is the working directory.
    [GeneratedRegex(
        "(^(OLD)?PWD$|[-_.](file|path|dir|url|id|name|length|count|limit|size|parallelism)s?$|tokenizer)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Harmless();
}
