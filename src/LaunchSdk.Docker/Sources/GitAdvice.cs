namespace LaunchSdk.Docker.Sources;

/// <summary>What to do next, by the words of git and ssh.</summary>
internal static class GitAdvice
{
    private static readonly (string Words, string Advice)[] Known =
    [
        (
            "could not read Username",
            "Log in with a credential helper of git (git config --global credential.helper), or use the ssh address"
        ),
        ("Authentication failed", "Store valid credentials with git's credential helper, or use the ssh address"),
        ("Permission denied (publickey", "Load a key that the server knows into ssh-agent, or name it in ~/.ssh/config"),
        ("Host key verification failed", "Connect to the host once with ssh to check and store its key"),
        ("certificate", "Name the authority's certificate with GIT_SSL_CAINFO or git's http.sslCAInfo"),
        ("Could not resolve host", "Look at the host's name and the network"),
        ("not allowed", "Submodules may use https and ssh only: change the address in .gitmodules"),
        ("not found", "Look at the address, and whether this user may read the repository"),
        ("does not appear to be a git repository", "Look at the address, and whether this user may read the repository"),
        ("No space left on device", "Free space in the folder for temporary files, or set TMPDIR"),
    ];

    /// <summary>A sentence with a space before it; empty where nothing better than git's own words is known.</summary>
    public static string Find(string words) =>
        Array.Find(Known, known => words.Contains(known.Words, StringComparison.OrdinalIgnoreCase)).Advice is { } advice
            ? $". {advice}"
            : "";
}
