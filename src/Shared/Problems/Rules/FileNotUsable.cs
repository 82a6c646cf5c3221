namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0016: a file that an option names cannot be used.</summary>
internal static class FileNotUsable
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Error("LSDK0016", "A file that an option names cannot be used");

    /// <summary>A file that cannot be read, or has something else in it.</summary>
    public static Violation Of(string option, string path, string reason) => Rule.Says($"{option} '{path}' cannot be used: {reason}");

    /// <summary>A seccomp profile that cannot be read.</summary>
    public static Violation SeccompProfile(string? path, string reason) =>
        Rule.Says($"security-opt: the seccomp profile '{path}' cannot be used: {reason}");

    /// <summary>A cidfile that is there already.</summary>
    public static Violation CidFileExists(string path) =>
        Rule.Says($"the cidfile '{path}' exists: check that its container is gone and delete it");

    /// <summary>A cidfile that is a directory by its name.</summary>
    public static Violation CidFileIsDirectory(string path) =>
        Rule.Says($"the cidfile '{path}' cannot be written: it names a directory; write the path of a file");

    /// <summary>A cidfile in a directory that is not there.</summary>
    public static Violation CidFileWithoutDirectory(string path, string directory) =>
        Rule.Says($"the cidfile '{path}' cannot be written: there is no directory '{directory}'");
}
