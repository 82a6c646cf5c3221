using System.Collections.Concurrent;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Oracle;

/// <summary>Where both sides run: a copy of the fixtures' working directory, a fixed environment, and engines that record.</summary>
public sealed class OracleWorkspace : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("lsdk-oracle-").FullName;
    private readonly ConcurrentDictionary<(string ApiVersion, string OperatingSystem), ConcurrentBag<RecordingEngine>> _idle = new();
    private readonly ConcurrentBag<RecordingEngine> _all = [];

    /// <summary>The directory of relative paths.</summary>
    public string WorkingDirectory => Path.Combine(_root, "cwd");

    /// <summary>The environment that both sides see.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; private set; } = new Dictionary<string, string>();

    public ValueTask InitializeAsync()
    {
        var home = Directory.CreateDirectory(Path.Combine(_root, "home")).FullName;
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = home,
            ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
            ["MY_EXISTING_ENV_VAR"] = "fromhost",
            ["EMPTY_HOST_VAR"] = "",
            ["HOST_WITH_EQUALS"] = "a=b=c",
            ["HOST_UNICODE"] = "héllo 世界",
            ["HOST_MULTILINE"] = "line1\nline2",
        };
        Copy(Repository.Combine("tests", "Fixtures", "docker-run", "cwd"), WorkingDirectory);
        RandomFiles.Write(WorkingDirectory);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in _all)
        {
            await engine.DisposeAsync();
        }

        Directory.Delete(_root, recursive: true);
    }

    /// <summary>An engine for one comparison; give it back with <see cref="Return"/>.</summary>
    public RecordingEngine Rent(string apiVersion, string operatingSystem)
    {
        if (Idle(apiVersion, operatingSystem).TryTake(out var engine))
        {
            return engine;
        }

        // A refused create ends docker at once, after the only request that counts.
        engine = new RecordingEngine
        {
            ApiVersion = apiVersion,
            OSType = operatingSystem,
            CreateError = ("400 Bad Request", "recorded"),
        };
        _all.Add(engine);
        return engine;
    }

    public void Return(RecordingEngine engine)
    {
        engine.Forget();
        Idle(engine.ApiVersion, engine.OSType).Add(engine);
    }

    private ConcurrentBag<RecordingEngine> Idle(string apiVersion, string operatingSystem) =>
        _idle.GetOrAdd((apiVersion, operatingSystem), static _ => []);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
