using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Errors;

/// <summary>A socket that this user may not open. Root may open any, so there the tool runs as nobody.</summary>
public sealed class SocketPermissionTests
{
    private const string Nobody = "65534";

    /// <summary>Whether there is a user who may not.</summary>
    public static bool CanRun => OperatingSystem.IsLinux() && (!Environment.IsPrivilegedProcess || HostProcess.MustRun("setpriv"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Skip = "On Linux only, and as root with setpriv.", SkipType = typeof(SocketPermissionTests), SkipUnless = nameof(CanRun))]
    public async Task A_user_who_may_not_open_the_socket_is_told_which_group_may()
    {
        var folder = Directory.CreateTempSubdirectory("lsdk-perm-");
        try
        {
            using var socket = Listen(Path.Combine(folder.FullName, "docker.sock"));
            CopyTool(Path.Combine(folder.FullName, "tool"));

            var engine = (await DiagnoseAsync(folder.FullName)).AsArray().Single(check => (string?)check!["name"] == "engine")!;

            Assert.Equal("failed", (string?)engine["outcome"]);
            Assert.Contains("this user may not open the socket", (string?)engine["detail"], StringComparison.Ordinal);
            Assert.Contains("usermod -aG docker", (string?)engine["fix"], StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Socket Listen(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        socket.Listen();
        if (!OperatingSystem.IsWindows())
        {
            // Others may look into the folder, as they may into /var/run.
            File.SetUnixFileMode(Path.GetDirectoryName(path)!, (UnixFileMode)Convert.ToInt32("755", 8));
            File.SetUnixFileMode(
                path,
                Environment.IsPrivilegedProcess ? UnixFileMode.UserRead | UnixFileMode.UserWrite : UnixFileMode.None
            );
        }

        return socket;
    }

    // The repository may lie where nobody may read.
    private static void CopyTool(string target)
    {
        var tool = Path.Combine(
            AppContext.BaseDirectory,
            "..",
            "..",
            "LaunchSdk.Cli",
            Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'))
        );
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(tool))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }

    private static async Task<JsonNode> DiagnoseAsync(string folder)
    {
        string[] user = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid", Nobody, "--regid", Nobody, "--clear-groups"] : ["env"];
        var start = new ProcessStartInfo(
            user[0],
            [.. user[1..], "dotnet", "exec", Path.Combine(folder, "tool", "launch.dll"), "doctor", "--format", "json"]
        )
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
            Environment =
            {
                ["DOCKER_HOST"] = $"unix://{folder}/docker.sock",
                ["DOCKER_CONFIG"] = folder,
                ["HOME"] = folder,
                ["DOTNET_EnableDiagnostics"] = "0",
            },
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return JsonNode.Parse(output)!;
    }
}
