using System.Runtime.InteropServices;

namespace LaunchSdk.Docker.Translation;

/// <summary>The client's machine in OCI's words; it completes a platform that names only an operating system or an architecture.</summary>
internal static class ClientMachine
{
    public static string OperatingSystem { get; } =
        System.OperatingSystem.IsWindows() ? "windows"
        : System.OperatingSystem.IsMacOS() ? "darwin"
        : "linux";

    public static string Architecture { get; } =
        RuntimeInformation.OSArchitecture switch
        {
            System.Runtime.InteropServices.Architecture.X64 => "amd64",
            System.Runtime.InteropServices.Architecture.X86 => "386",
            System.Runtime.InteropServices.Architecture.LoongArch64 => "loong64",
            var other => other.ToString().ToLowerInvariant(),
        };
}
