using System.Text.RegularExpressions;
using LaunchSdk.Docker.Images;
using LaunchSdk.Docker.Tests.Connection;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Building;

/// <summary>
/// A small Debian (or Ubuntu) of this machine's release, made by mmdebstrap from this machine's own apt sources, without Python.
/// </summary>
internal static partial class DebianImage
{
    public const string SkipReason = "This machine has no mmdebstrap (Debian, Ubuntu: apt-get install mmdebstrap).";
    public const string Name = "launchsdk-test/debian:base";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static bool CanRun => HostProcess.MustRun("mmdebstrap");

    private static string Folder => Repository.Combine("artifacts", "debian");

    /// <summary>Gives the image to an engine. What mmdebstrap made is kept below artifacts for the next time.</summary>
    public static async Task MakeAsync(DockerEngine engine, CancellationToken cancellationToken)
    {
        var archive = Path.Combine(Folder, $"{Release()}.tar");
        if (!File.Exists(archive))
        {
            await BootstrapAsync(archive, cancellationToken);
        }

        await using var stream = File.OpenRead(archive);
        var (repository, tag) = ImagePuller.Split(Name);
        await engine.Client.Images.CreateImageAsync(
            new()
            {
                FromSrc = "-",
                Repo = repository,
                Tag = tag,
            },
            stream,
            null,
            new Progress<global::Docker.DotNet.Models.JSONMessage>(),
            cancellationToken
        );
    }

    private static async Task BootstrapAsync(string archive, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        var options = Path.Combine(Folder, "apt.conf");
        await File.WriteAllLinesAsync(options, await ReadAptOptionsAsync(), cancellationToken);
        // Where there are none, mmdebstrap knows the distribution's mirror.
        string[] sources =
        [
            .. ((string[])["sources.list", "sources.list.d/debian.sources", "sources.list.d/ubuntu.sources"])
                .Select(static name => Path.Combine("/etc/apt", name))
                .Where(static path => new FileInfo(path) is { Exists: true, Length: > 0 }),
        ];
        var unfinished = Path.Combine(Folder, $"{Guid.NewGuid():n}.tar");
        // Both are copied into the image too, so that apt works there as it does here.
        await HostProcess.RunAsync(Longest, "mmdebstrap", ["--variant=minbase", $"--aptopt={options}", Release(), unfinished, .. sources]);
        File.Move(unfinished, archive, overwrite: true);
    }

    private static string Release() =>
        File.ReadLines("/etc/os-release")
            .Select(static line => line.Split('='))
            .First(static pair => pair[0] == "VERSION_CODENAME")[1]
            .Trim('"');

    // The way out (proxies), and what is asked of the mirrors.
    private static async Task<IEnumerable<string>> ReadAptOptionsAsync()
    {
        await using var process = HostProcess.Start("apt-config", "dump");
        await process.WaitForExitAsync();
        var proxies = ((string[])["http", "https"]).SelectMany(static scheme =>
            Environment.GetEnvironmentVariable($"{scheme}_proxy") is { Length: > 0 } proxy
                ? (string[])[$"Acquire::{scheme}::Proxy \"{proxy}\";"]
                : []
        );
        return process.Lines.Where(static line => AptOption().IsMatch(line)).Concat(proxies);
    }

    [GeneratedRegex("^Acquire::(https?::Proxy|Check-|Retries)")]
    private static partial Regex AptOption();
}
