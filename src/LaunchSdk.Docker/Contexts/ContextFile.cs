using Microsoft.Win32.SafeHandles;

namespace LaunchSdk.Docker.Contexts;

/// <summary>Opens the files of a context.</summary>
internal static class ContextFile
{
    // Sharing everything: docker locks no file of a context either.
    public static SafeFileHandle Open(ContextNode node) =>
        File.OpenHandle(node.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
}
