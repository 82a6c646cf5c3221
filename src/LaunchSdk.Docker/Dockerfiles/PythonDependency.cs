namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>
/// Dependencies as PEP 508 writes them. Only their beginning and their letters are looked at: pip reads the rest, as one argument that is
/// never an option.
/// </summary>
internal static class PythonDependency
{
    public static bool IsValid(string text) =>
        text.Length > 0 && char.IsAsciiLetterOrDigit(text[0]) && text.All(static c => c is >= ' ' and <= '~');

    public static string Refuse(string text) =>
        $"'{new string([.. text.Select(static c => char.IsControl(c) ? '?' : c)])}' is not a dependency of a Python project (a package's name, then its versions, on one line): write for example numpy>=1.26";
}
