using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Docker.Connection;

/// <summary>
/// Starts the programs that docker's client leaves work to: ssh, the credential helpers, git, a docker command for BuildKit, and rm for
/// what git wrote under names that .NET has no words for. Nothing else in LaunchSdk starts a process, and no run of a container on a local
/// engine does.
/// </summary>
internal static class ClientProgram
{
    /// <summary>Looks a program up in the folders of PATH; null when it is in none.</summary>
    public static string? Find(string name, Func<string, string?> environment) => FindAll(name, environment).FirstOrDefault();

    /// <summary>Every program of that name in the folders of PATH, the first one first.</summary>
    public static IEnumerable<string> FindAll(string name, Func<string, string?> environment)
    {
        var names = OperatingSystem.IsWindows() ? [name + ".exe", name + ".cmd"] : (string[])[name];
        return (environment("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(file => Path.Combine(folder, file)))
            .Where(IsProgram);
    }

    /// <summary>Starts a program with its standard streams redirected. Arguments go to it one by one: no shell reads them.</summary>
    /// <param name="path">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables that differ from this process's own; null takes one away.</param>
    /// <param name="folder">Where it starts; null for this process's own directory.</param>
    [SuppressMessage(
        "ApiDesign",
        "RS0030:Do not use banned APIs",
        Justification = "The one place that starts programs: docker's own protocols for ssh hosts and credentials are programs, and so is BuildKit's client."
    )]
    public static Process Start(
        string path,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? folder = null
    )
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(path, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                CreateNoWindow = true,
                WorkingDirectory = folder ?? "",
            },
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            // Setting null takes the variable away.
            process.StartInfo.Environment[name] = value;
        }

        try
        {
            process.Start();
            return process;
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>Ends a program that is no longer wanted; one that has ended is no error.</summary>
    public static void End(Process process) => End(process, withChildren: false);

    /// <summary>Ends a program and those that it started: git leaves connections to others.</summary>
    public static void EndAll(Process process) => End(process, withChildren: true);

    private static void End(Process process, bool withChildren)
    {
        try
        {
            process.Kill(withChildren);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended by itself.
        }
    }

    private static bool IsProgram(string path) =>
        File.Exists(path)
        && (
            OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0
        );
}
