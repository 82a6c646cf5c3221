using System.ComponentModel;
using LaunchSdk.Docker.Clients;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Building;

/// <summary>A docker command of this machine that can build with BuildKit.</summary>
/// <param name="Path">The program.</param>
/// <param name="HasBuildx">Whether it builds with buildx; else it is one of docker 18.09 to 22, which have a client of BuildKit in
/// them.</param>
internal sealed record BuildKitCommand(string Path, bool HasBuildx)
{
    private const int FirstWithBuildKit = 18;
    private const int FirstWithBuildxOnly = 23;

    // Distributions put theirs here, behind another that may stand before it on PATH.
    private static readonly string[] OtherPlaces = ["/usr/bin/docker", "/usr/local/bin/docker"];

    /// <summary>Looks at each docker command on PATH, then where distributions put theirs. Null when none can.</summary>
    public static async Task<BuildKitCommand?> FindAsync(Func<string, string?> environment, CancellationToken cancellationToken)
    {
        var programs = ClientProgram
            .FindAll("docker", environment)
            .Concat(OtherPlaces.Where(static path => !OperatingSystem.IsWindows() && File.Exists(path)))
            .Distinct(StringComparer.Ordinal);
        foreach (var program in programs)
        {
            if (
                await AskAsync(program, ["buildx", "version"], environment, cancellationToken).ConfigureAwait(false) is { Code: 0 } buildx
                && buildx.Output.Contains("buildx", StringComparison.Ordinal)
            )
            {
                return new BuildKitCommand(program, HasBuildx: true);
            }

            if (
                await AskAsync(program, ["--version"], environment, cancellationToken).ConfigureAwait(false) is { Code: 0 } version
                && HasOwnClient(version.Output)
            )
            {
                return new BuildKitCommand(program, HasBuildx: false);
            }
        }

        return null;
    }

    /// <summary>Whether <c>Docker version 20.10.24+dfsg1, build 297e128</c> is a version with a client of BuildKit in it.</summary>
    internal static bool HasOwnClient(string version)
    {
        const string Words = "Docker version ";
        var at = version.IndexOf(Words, StringComparison.Ordinal);
        var dot = at < 0 ? -1 : version.IndexOf('.', at);
        return dot > 0
            && int.TryParse(version.AsSpan(at + Words.Length, dot - at - Words.Length), out var major)
            && major is >= FirstWithBuildKit and < FirstWithBuildxOnly;
    }

    private static async Task<ProgramResult?> AskAsync(
        string program,
        string[] arguments,
        Func<string, string?> environment,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await ProgramRun
                .RunAsync(program, arguments, ClientEnvironment.Of(environment), null, "", cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            return null;
        }
    }
}
