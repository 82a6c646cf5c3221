namespace LaunchSdk.Problems;

/// <summary>What secrets look like: the ends of their names, and the beginnings that services give to their keys.</summary>
internal static class SecretShapes
{
    private static readonly HashSet<string> LastWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "KEY",
        "APIKEY",
        "TOKEN",
        "SECRET",
        "PASSWORD",
        "PASSWD",
        "PASSPHRASE",
        "CREDENTIAL",
        "CREDENTIALS",
    };

    // A key of these kinds is public or no secret at all: PUBLIC_KEY, PRIMARY_KEY, CACHE_KEY.
    private static readonly HashSet<string> PlainKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "PUBLIC",
        "PRIMARY",
        "PARTITION",
        "SORT",
        "CACHE",
        "FOREIGN",
    };

    // Prefix of a service's keys, and the fewest characters of the whole key.
    private static readonly (string Prefix, int Length)[] KnownKeys =
    [
        ("AKIA", 20),
        ("ASIA", 20),
        ("ghp_", 40),
        ("gho_", 40),
        ("ghs_", 40),
        ("github_pat_", 40),
        ("glpat-", 26),
        ("hf_", 34),
        ("sk-", 40),
        ("xoxb-", 30),
        ("xoxp-", 30),
        ("AIza", 39),
        ("npm_", 40),
        ("dckr_pat_", 30),
        ("wandb_v1_", 30),
    ];

    /// <summary>Whether the name ends in a word that secrets end in.</summary>
    public static bool IsSecretName(string name)
    {
        var words = name.Split('_', '-', '.');
        return LastWords.Contains(words[words.Length - 1])
            && (words.Length == 1 ? !IsKeyAlone(name) : !PlainKeys.Contains(words[words.Length - 2]));
    }

    /// <summary>Whether the value can be a secret at all: not empty, not a path or switch.</summary>
    public static bool CanBeSecret(string value) => value.Length > 0 && value[0] != '/' && value is not ("true" or "false" or "0" or "1");

    /// <summary>Whether the value is a key of a service that marks its keys, or a private key.</summary>
    public static bool IsKnownKey(string value) =>
        value.StartsWith("-----BEGIN ", StringComparison.Ordinal)
        || Array.Exists(
            KnownKeys,
            known => value.Length >= known.Length && value.StartsWith(known.Prefix, StringComparison.Ordinal) && value.All(IsKeyCharacter)
        );

    private static bool IsKeyAlone(string name) => string.Equals(name, "KEY", StringComparison.OrdinalIgnoreCase);

    private static bool IsKeyCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-';
}
