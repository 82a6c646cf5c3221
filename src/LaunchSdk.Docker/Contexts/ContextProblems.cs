namespace LaunchSdk.Docker.Contexts;

/// <summary>What can be wrong with a file of a context.</summary>
internal static class ContextProblems
{
    public const string ChangedWhileRead = "it changed while it was read";

    public static string NotReadable(ContextNode node, Exception reason) =>
        reason.Message == ChangedWhileRead
            ? $"'{node.Entry.Path}' changed while it was read: let what writes it finish, or name it in .dockerignore"
            : $"'{node.Entry.Path}' cannot be read ({reason.Message}): make it readable, or name it in .dockerignore";

    public static string Changed(ContextNode node) =>
        $"'{node.Entry.Path}' changed while the image was built, which would not be what its tag says: build again when nothing writes to the source";
}
