using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Docker.Connection;

/// <summary>Starts the programs that docker's client leaves work to: ssh, the credential helpers, and a docker command for BuildKit. Nothing else in LaunchSdk starts a process, and no run of a container on a local engine does.</summary>
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
    /// <param name="variables">Variables that it gets beside this process's own, and null for those that it does not get; null for no change.</param>
    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "The one place that starts programs: docker's own protocols for ssh hosts and credentials are programs, and so is the client of BuildKit.")]
    public static Process Start(string path, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string?>>? variables = null)
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
            },
        };
        foreach (var (name, value) in variables ?? [])
        {
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
    public static void End(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended by itself.
        }
    }

    private static bool IsProgram(string path) => File.Exists(path)
        && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
