using System.ComponentModel;

namespace LaunchSdk.Docker.Connection;

/// <summary>
/// One login for all connections of a dialer: ssh's ControlMaster, at a socket that only this user can open. It ends with the dialer, and
/// by itself soon after the last connection.
/// </summary>
internal sealed class SshSharing : IDisposable
{
    // A unix socket's path ends at 104 bytes on some systems, and ssh needs 17 of them while it makes the socket.
    private const int LongestPath = 80;

    private static readonly TimeSpan LocalAnswer = TimeSpan.FromSeconds(2);

    private readonly string _ssh;
    private readonly IReadOnlyList<string> _destination;
    private readonly string? _folder;

    private SshSharing(string ssh, IReadOnlyList<string> destination, string? folder)
    {
        _ssh = ssh;
        _destination = destination;
        _folder = folder;
        Options = folder is null ? [] : ["-o", "ControlMaster=auto", "-o", "ControlPersist=20", "-o", $"ControlPath={Socket(folder)}"];
    }

    /// <summary>The options for each ssh; none where the user's own configuration shares connections already, or nothing can.</summary>
    public IReadOnlyList<string> Options { get; }

    public static SshSharing Create(string ssh, IReadOnlyList<string> destination)
    {
        // OpenSSH on Windows knows no ControlMaster.
        if (OperatingSystem.IsWindows() || Socket(Path.GetTempPath()).Length > LongestPath || SharesAlready(ssh, destination))
        {
            return new SshSharing(ssh, destination, null);
        }

        return new SshSharing(ssh, destination, Directory.CreateTempSubdirectory("lsdk-ssh-").FullName);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_folder is null)
        {
            return;
        }

        if (File.Exists(Socket(_folder)))
        {
            Ask(_ssh, ["-O", "exit", "-o", $"ControlPath={Socket(_folder)}", .. _destination]);
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static string Socket(string folder) => Path.Combine(folder, "s");

    private static bool SharesAlready(string ssh, IReadOnlyList<string> destination) =>
        Ask(ssh, ["-G", .. destination])
            .Split('\n')
            .Any(static line => line.StartsWith("controlpath ", StringComparison.Ordinal) && line.Trim() != "controlpath none");

    private static string Ask(string ssh, IReadOnlyList<string> arguments)
    {
        try
        {
            using var process = ClientProgram.Start(ssh, arguments);
            process.StandardInput.Close();
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEndAsync();
            if (output.Wait(LocalAnswer) && process.WaitForExit(LocalAnswer))
            {
                return output.Result;
            }

            process.Kill();
            return "";
        }
        catch (Exception e) when (e is Win32Exception or IOException or AggregateException or InvalidOperationException)
        {
            // Without an answer every connection logs in by itself.
            return "";
        }
    }
}
