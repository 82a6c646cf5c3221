using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Effects;

/// <summary>
/// A CDI device that needs no hardware: /dev/null under another name. Its specification lies in a folder that the engine reads; disposing
/// deletes it.
/// </summary>
internal sealed class CdiSpecification(string? path) : IDisposable
{
    /// <summary>Writes it where the engine tells folders for it; engines that tell none read none.</summary>
    public static async Task<CdiSpecification> WriteAsync(TestEngine engine, string device, CancellationToken cancellationToken)
    {
        var folder = (string?)(await engine.GetAsync("info", cancellationToken))!["CDISpecDirs"]?.AsArray().LastOrDefault();
        if (folder is null)
        {
            return new CdiSpecification(null);
        }

        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, $"{device}.json");
        await File.WriteAllTextAsync(
            path,
            $$$"""
            {"cdiVersion":"0.5.0","kind":"launchsdk.dev/stand-in","devices":[{"name":"{{{device}}}","containerEdits":
            {"deviceNodes":[{"path":"/dev/stand-in","hostPath":"/dev/null"}],"env":["STAND_IN=yes"]}}]}
            """,
            cancellationToken
        );
        return new CdiSpecification(path);
    }

    public void Dispose()
    {
        if (path is not null)
        {
            File.Delete(path);
        }
    }
}
